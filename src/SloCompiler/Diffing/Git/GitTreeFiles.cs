using System.Collections.Immutable;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Text.Paths;

namespace SloCompiler.Diffing.Git;

/// <summary>The files of a commit, at the places that they have in the working tree. Outside the repository there is nothing.</summary>
internal sealed class GitTreeFiles : IFileSystem
{
    private const int MostLinks = 16;
    private const int LongestLink = 4096;
    private static readonly FileProblem NotFound = new(FileProblemKind.NotFound, "does not exist");
    private static readonly FileProblem NoFile = new(FileProblemKind.IsFolder, "is a folder");
    private static readonly FileProblem TooLarge = new(FileProblemKind.TooLarge, "is too large");
    private static readonly FileProblem Unreadable = new(FileProblemKind.Other, "cannot be read by git");
    private static readonly FileProblem ReadOnly = new(FileProblemKind.AccessDenied, "is a file of a commit");
    private readonly string _root;
    private readonly BlobReader _blobs;
    private readonly Dictionary<string, GitEntry> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, FolderEntry>> _folders = new(StringComparer.Ordinal);

    /// <param name="root">Absolute path of the root of the repository.</param>
    /// <param name="workingFolder">Absolute path of the folder in which the command runs.</param>
    /// <param name="entries">The files of the commit.</param>
    /// <param name="blobs">Reads them.</param>
    public GitTreeFiles(string root, string workingFolder, ImmutableArray<GitEntry> entries, BlobReader blobs)
    {
        (_root, WorkingFolder, _blobs) = (root, workingFolder, blobs);
        _folders[root] = new(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            _files[PathText.Combine(root, entry.Path)] = entry;
        }

        foreach (var (path, entry) in _files)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            FolderOf(PathText.FolderOf(path))[name] = new FolderEntry(name, KindOf(path, entry), entry.IsLink);
        }
    }

    /// <inheritdoc />
    public string WorkingFolder { get; }

    /// <inheritdoc />
    public FileKind GetKind(string path)
        => Follow(path) is not { } place ? FileKind.Missing
            : _folders.ContainsKey(place) || place == PathText.Combine(_root, ".git") ? FileKind.Folder
            : _files.TryGetValue(place, out var entry) ? (entry.IsModule ? FileKind.Folder : FileKind.File)
            : FileKind.Missing;

    /// <inheritdoc />
    public bool IsLink(string path) => _files.TryGetValue(path, out var entry) && entry.IsLink;

    /// <inheritdoc />
    public string? LinkTarget(string path) => null;

    /// <inheritdoc />
    public FileOutcome<byte[]> Read(string path, int limit)
    {
        if (Follow(path) is not { } place || !_files.TryGetValue(place, out var entry))
        {
            return new(null, GetKind(path) == FileKind.Folder ? NoFile : NotFound);
        }

        return entry.IsModule ? new(null, NoFile)
            : entry.Size > limit ? new(null, TooLarge)
            : _blobs.Read(entry.Blob) is { } content ? new(content, null)
            : new(null, Unreadable);
    }

    /// <inheritdoc />
    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder)
        => Follow(folder) is { } place && _folders.TryGetValue(place, out var entries) ? new([.. entries.Values], null) : new(null, NotFound);

    /// <inheritdoc />
    public FileProblem? Write(string path, ReadOnlySpan<byte> content) => ReadOnly;

    /// <inheritdoc />
    public FileProblem? Delete(string path) => ReadOnly;

    /// <inheritdoc />
    public void SweepLeftovers(string folder)
    {
    }

    private SortedDictionary<string, FolderEntry> FolderOf(string folder)
    {
        if (!_folders.TryGetValue(folder, out var entries))
        {
            _folders[folder] = entries = new(StringComparer.Ordinal);
            var name = folder[(folder.LastIndexOf('/') + 1)..];
            FolderOf(PathText.FolderOf(folder))[name] = new FolderEntry(name, FileKind.Folder, IsLink: false);
        }

        return entries;
    }

    private FileKind KindOf(string path, GitEntry entry) => entry.IsLink ? GetKind(path) : entry.IsModule ? FileKind.Folder : FileKind.File;

    /// <summary>Where a path leads once links to files are followed; null for a link that leads nowhere. Links to folders lead nowhere.</summary>
    private string? Follow(string path)
    {
        for (var i = 0; i < MostLinks; i++)
        {
            if (!_files.TryGetValue(path, out var entry) || !entry.IsLink)
            {
                return path;
            }

            if (entry.Size > LongestLink || _blobs.Read(entry.Blob) is not { } target)
            {
                return null;
            }

            path = PathText.Combine(PathText.FolderOf(path), Encoding.UTF8.GetString(target));
        }

        return null;
    }
}
