using System.Text;
using SloCompiler.Cli.Terminals;
using SloCompiler.Files;
using SloCompiler.Processes;
using SloCompiler.Testing;
using SloCompiler.Text.Paths;

namespace SloCompiler.Cli.Tests;

/// <summary>Runs a command line in this process, in a folder: many times faster than a process of its own.</summary>
internal static class InProcess
{
    public static ToolResult Run(TempFolder folder, params string[] arguments) => RunWith(folder, "", new SystemProcessRunner(), arguments);

    public static ToolResult RunWith(TempFolder folder, string stdin, IProcessRunner processes, params string[] arguments)
        => Run(folder, stdin, processes, TimeProvider.System, null, arguments);

    public static ToolResult RunCached(TempFolder folder, ICacheFolder cache, TimeProvider clock, params string[] arguments)
        => Run(folder, "", new SystemProcessRunner(), clock, cache, arguments);

    private static ToolResult Run(
        TempFolder folder,
        string stdin,
        IProcessRunner processes,
        TimeProvider clock,
        ICacheFolder? cache,
        string[] arguments)
    {
        using var terminal = new TextTerminal(stdin);
        var services = new CliServices(terminal, new FilesFrom(folder.FullPath), clock, processes) { Cache = cache };
        var code = new CliApplication(services).Run(arguments);
        return new ToolResult(code, terminal.Out.ToString() ?? "", terminal.Error.ToString() ?? "");
    }

    /// <summary>The same on a terminal of some kind.</summary>
    public static int RunOn(ITerminal terminal, TempFolder folder, TimeProvider clock, params string[] arguments)
        => new CliApplication(new CliServices(terminal, new FilesFrom(folder.FullPath), clock, new SystemProcessRunner())).Run(arguments);

    internal sealed class TextTerminal(string input) : ITerminal, IDisposable
    {
        public Stream Input { get; } = new MemoryStream(Encoding.UTF8.GetBytes(input));

        public TextWriter Out { get; } = new StringWriter { NewLine = "\n" };

        public TextWriter Error { get; } = new StringWriter { NewLine = "\n" };

        public TextWriter Notes => Error;

        public TextWriter Report => Out;

        public bool HasColor { get; init; }

        public bool HasErrorColor => HasColor;

        public bool HasProgress { get; init; }

        public int Width { get; init; }

        public void Dispose()
        {
            Input.Dispose();
            Out.Dispose();
            Error.Dispose();
        }
    }

    internal sealed class FilesFrom(string folder) : IFileSystem
    {
        private readonly PhysicalFileSystem _disk = new();

        public string WorkingFolder => PathText.Normalize(folder);

        public FileKind GetKind(string path) => _disk.GetKind(path);

        public bool IsLink(string path) => _disk.IsLink(path);

        public string? LinkTarget(string path) => _disk.LinkTarget(path);

        public FileOutcome<byte[]> Read(string path, int limit) => _disk.Read(path, limit);

        public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder) => _disk.List(folder);

        public FileProblem? Write(string path, ReadOnlySpan<byte> content) => _disk.Write(path, content);

        public IFileBatch BeginBatch() => _disk.BeginBatch();

        public FileOutcome<bool> Holds(string path, ReadOnlySpan<byte> content) => _disk.Holds(path, content);

        public FileProblem? Delete(string path) => _disk.Delete(path);

        public void SweepLeftovers(string folder) => _disk.SweepLeftovers(folder);
    }
}
