using SloCompiler.Text.Paths;

namespace SloCompiler.Files;

/// <summary>The files of the machine, one of which has another content: what an editor has not saved yet.</summary>
/// <param name="inner">The machine's files.</param>
/// <param name="path">The file, relative to the working folder; it need not exist.</param>
/// <param name="content">What it holds.</param>
public sealed class InputOverlay(IFileSystem inner, string path, byte[] content) : IFileSystem
{
    private static readonly FileProblem TooLarge = new(FileProblemKind.TooLarge, "is too large");
    private readonly string _path = PathText.Combine(inner.WorkingFolder, path);

    /// <inheritdoc />
    public string WorkingFolder => inner.WorkingFolder;

    /// <inheritdoc />
    public FileKind GetKind(string path) => path == _path ? FileKind.File : inner.GetKind(path);

    /// <inheritdoc />
    public bool IsLink(string path) => path != _path && inner.IsLink(path);

    /// <inheritdoc />
    public string? LinkTarget(string path) => path == _path ? null : inner.LinkTarget(path);

    /// <inheritdoc />
    public FileOutcome<byte[]> Read(string path, int limit)
        => path != _path ? inner.Read(path, limit) : content.Length > limit ? new(null, TooLarge) : new(content, null);

    /// <inheritdoc />
    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder) => inner.List(folder);

    /// <inheritdoc />
    public FileProblem? Write(string path, ReadOnlySpan<byte> content) => inner.Write(path, content);

    /// <inheritdoc />
    public FileProblem? Delete(string path) => inner.Delete(path);

    /// <inheritdoc />
    public void SweepLeftovers(string folder) => inner.SweepLeftovers(folder);
}
