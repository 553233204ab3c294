namespace SloCompiler.Files;

/// <summary>What stands at a path.</summary>
public enum FileKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A file, or something that reads like one.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}

/// <summary>An entry of a folder.</summary>
/// <param name="Name">The name without the folder.</param>
/// <param name="Kind">What it is; for a link, what it leads to.</param>
/// <param name="IsLink">Whether it is a symbolic link or a junction.</param>
public sealed record FolderEntry(string Name, FileKind Kind, bool IsLink);

/// <summary>
/// The files of a machine. Paths are absolute, with forward slashes. Nothing throws for what users can cause: problems come back
/// as values. Safe for use by several threads at once.
/// </summary>
public interface IFileSystem
{
    /// <summary>The folder that relative paths on the command line start from.</summary>
    string WorkingFolder { get; }

    /// <summary>What stands at a path, links followed.</summary>
    FileKind GetKind(string path);

    /// <summary>Whether the path itself is a symbolic link or a junction.</summary>
    bool IsLink(string path);

    /// <summary>
    /// Where the link at a path leads in the end, as an absolute, normal path; null where there is no link, where it leads nowhere, or
    /// where links cannot lead away.
    /// </summary>
    string? LinkTarget(string path);

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">Most bytes that are read; a larger file is a problem.</param>
    FileOutcome<byte[]> Read(string path, int limit);

    /// <summary>The entries of a folder by ordinal order of their names.</summary>
    FileOutcome<IReadOnlyList<FolderEntry>> List(string folder);

    /// <summary>
    /// Replaces a file as a whole: whoever reads it, or finds it after a power cut, sees the old content or the new. Makes its
    /// folders where they are missing.
    /// </summary>
    FileProblem? Write(string path, ReadOnlySpan<byte> content);

    /// <summary>Begins to replace several files together.</summary>
    IFileBatch BeginBatch() => new MemoryBatch(this);

    /// <summary>Whether a file is there and holds these bytes and no others.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">The bytes.</param>
    FileOutcome<bool> Holds(string path, ReadOnlySpan<byte> content)
    {
        var read = Read(path, int.MaxValue);
        return new FileOutcome<bool>(read.Value is { } bytes && content.SequenceEqual(bytes), read.Problem is { Kind: FileProblemKind.NotFound } ? null : read.Problem);
    }

    /// <summary>Removes a file; it is fine if it is gone.</summary>
    FileProblem? Delete(string path);

    /// <summary>Removes what killed runs of <see cref="Write"/> and of batches left in a folder, unless its writer still lives.</summary>
    void SweepLeftovers(string folder);
}
