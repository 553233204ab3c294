using SloCompiler.Files;
using SloCompiler.Testing;
using SloCompiler.Text.Paths;

namespace SloCompiler.Tests;

/// <summary>The real file system, seen from a temporary folder.</summary>
internal sealed class FolderFiles(TempFolder folder) : IFileSystem
{
    private readonly PhysicalFileSystem _disk = new();

    public string WorkingFolder => PathText.Normalize(folder.FullPath);

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
