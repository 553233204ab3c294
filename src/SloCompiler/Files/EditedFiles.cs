namespace SloCompiler.Files;

/// <summary>The files of the machine, some of which have another content, so that it can be checked before it is written.</summary>
/// <param name="inner">The machine's files.</param>
/// <param name="contents">The other contents, by absolute path; the files exist.</param>
internal sealed class EditedFiles(IFileSystem inner, IReadOnlyDictionary<string, byte[]> contents) : IFileSystem
{
    private static readonly FileProblem TooLarge = new(FileProblemKind.TooLarge, "is too large");

    /// <inheritdoc />
    public string WorkingFolder => inner.WorkingFolder;

    /// <inheritdoc />
    public FileKind GetKind(string path) => inner.GetKind(path);

    /// <inheritdoc />
    public bool IsLink(string path) => inner.IsLink(path);

    /// <inheritdoc />
    public string? LinkTarget(string path) => inner.LinkTarget(path);

    /// <inheritdoc />
    public FileOutcome<byte[]> Read(string path, int limit)
        => !contents.TryGetValue(path, out var content) ? inner.Read(path, limit)
            : content.Length > limit ? new(null, TooLarge)
            : new(content, null);

    /// <inheritdoc />
    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder) => inner.List(folder);

    /// <inheritdoc />
    public FileProblem? Write(string path, ReadOnlySpan<byte> content) => inner.Write(path, content);

    /// <inheritdoc />
    public FileProblem? Delete(string path) => inner.Delete(path);

    /// <inheritdoc />
    public void SweepLeftovers(string folder) => inner.SweepLeftovers(folder);
}
