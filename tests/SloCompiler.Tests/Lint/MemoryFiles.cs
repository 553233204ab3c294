using System.Text;
using SloCompiler.Files;

namespace SloCompiler.Tests.Lint;

/// <summary>A file system that holds a few texts, so that a project costs no disk.</summary>
/// <param name="texts">Content by path, relative to the working folder.</param>
internal sealed class MemoryFiles(IReadOnlyDictionary<string, string> texts) : IFileSystem
{
    private const string Root = "/project";
    private static readonly FileProblem Missing = new(FileProblemKind.NotFound, "does not exist");

    public string WorkingFolder => Root;

    /// <summary>The same files, some with another content.</summary>
    public MemoryFiles With(IReadOnlyDictionary<string, string> others)
        => new(texts.ToDictionary(t => t.Key, t => others.GetValueOrDefault(t.Key, t.Value), StringComparer.Ordinal));

    public FileKind GetKind(string path)
        => texts.ContainsKey(Key(path)) ? FileKind.File
            : path == Root || texts.Keys.Any(k => k.StartsWith(Key(path) + "/", StringComparison.Ordinal)) ? FileKind.Folder
            : FileKind.Missing;

    public bool IsLink(string path) => false;

    public string? LinkTarget(string path) => null;

    public FileOutcome<byte[]> Read(string path, int limit)
        => texts.TryGetValue(Key(path), out var text) ? new(Encoding.UTF8.GetBytes(text), null) : new(null, Missing);

    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder)
    {
        var prefix = folder == Root ? "" : Key(folder) + "/";
        var names = texts.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]);
        return new(
            [
                .. names
                    .Select(n => n.Split('/'))
                    .Select(n => new FolderEntry(n[0], n.Length > 1 ? FileKind.Folder : FileKind.File, IsLink: false))
                    .Distinct()
                    .OrderBy(e => e.Name, StringComparer.Ordinal),
            ],
            null);
    }

    public FileProblem? Write(string path, ReadOnlySpan<byte> content) => throw new NotSupportedException();

    public FileProblem? Delete(string path) => throw new NotSupportedException();

    public void SweepLeftovers(string folder) => throw new NotSupportedException();

    private static string Key(string path) => path.StartsWith(Root + "/", StringComparison.Ordinal) ? path[(Root.Length + 1)..] : path;
}
