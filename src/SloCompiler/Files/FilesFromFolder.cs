namespace SloCompiler.Files;

/// <summary>Files as seen from another working folder.</summary>
/// <param name="inner">The files.</param>
/// <param name="workingFolder">Absolute path of the folder.</param>
internal sealed class FilesFromFolder(IFileSystem inner, string workingFolder) : IFileSystem
{
    /// <inheritdoc />
    public string WorkingFolder => workingFolder;

    /// <inheritdoc />
    public FileKind GetKind(string path) => inner.GetKind(path);

    /// <inheritdoc />
    public bool IsLink(string path) => inner.IsLink(path);

    /// <inheritdoc />
    public string? LinkTarget(string path) => inner.LinkTarget(path);

    /// <inheritdoc />
    public FileOutcome<byte[]> Read(string path, int limit) => inner.Read(path, limit);

    /// <inheritdoc />
    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder) => inner.List(folder);

    /// <inheritdoc />
    public FileProblem? Write(string path, ReadOnlySpan<byte> content) => inner.Write(path, content);

    /// <inheritdoc />
    public FileProblem? Delete(string path) => inner.Delete(path);

    /// <inheritdoc />
    public void SweepLeftovers(string folder) => inner.SweepLeftovers(folder);
}
