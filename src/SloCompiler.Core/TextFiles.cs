using System.Text;
using SloCompiler.Files;
using SloCompiler.Text.Paths;

namespace SloCompiler.Core;

/// <summary>Texts in memory as the files of a machine that has no others.</summary>
internal sealed class TextFiles : IFileSystem
{
    private const string Root = "/project";
    private static readonly FileProblem NotFound = new(FileProblemKind.NotFound, "does not exist");
    private static readonly FileProblem TooLarge = new(FileProblemKind.TooLarge, "is too large");
    private static readonly FileProblem ReadOnly = new(FileProblemKind.AccessDenied, "is in memory");
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, FileKind>> _folders = new(StringComparer.Ordinal);

    public TextFiles(IEnumerable<SloText> texts)
    {
        foreach (var text in texts)
        {
            var path = PathText.Combine(Root, text.Path);
            _contents[path] = Encoding.UTF8.GetBytes(text.Content);
            AddToFolders(path);
        }
    }

    /// <summary>Paths of the texts, relative to the project, by ordinal order.</summary>
    public IEnumerable<string> Paths => _contents.Keys.Select(p => PathText.Relative(Root, p)).Order(StringComparer.Ordinal);

    /// <inheritdoc />
    public string WorkingFolder => Root;

    /// <summary>Whether there is a text of this path.</summary>
    public bool Has(string path) => _contents.ContainsKey(PathText.Combine(Root, path));

    /// <inheritdoc />
    public FileKind GetKind(string path)
        => _contents.ContainsKey(path) ? FileKind.File : _folders.ContainsKey(path) ? FileKind.Folder : FileKind.Missing;

    /// <inheritdoc />
    public bool IsLink(string path) => false;

    /// <inheritdoc />
    public string? LinkTarget(string path) => null;

    /// <inheritdoc />
    public FileOutcome<byte[]> Read(string path, int limit) => !_contents.TryGetValue(path, out var content)
        ? new(null, NotFound)
        : content.Length > limit ? new(null, TooLarge) : new(content, null);

    /// <inheritdoc />
    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder) => _folders.TryGetValue(folder, out var entries)
        ? new([.. entries.Select(e => new FolderEntry(e.Key, e.Value, IsLink: false))], null)
        : new(null, NotFound);

    /// <inheritdoc />
    public FileProblem? Write(string path, ReadOnlySpan<byte> content) => ReadOnly;

    /// <inheritdoc />
    public FileProblem? Delete(string path) => ReadOnly;

    /// <inheritdoc />
    public void SweepLeftovers(string folder)
    {
        // Nothing is ever written.
    }

    private void AddToFolders(string path)
    {
        var kind = FileKind.File;
        for (var child = path; PathText.FolderOf(child) is var folder && folder != child; child = folder)
        {
            if (!_folders.TryGetValue(folder, out var entries))
            {
                _folders[folder] = entries = new SortedDictionary<string, FileKind>(StringComparer.Ordinal);
            }

            entries[child[(child.LastIndexOf('/') + 1)..]] = kind;
            kind = FileKind.Folder;
        }
    }
}
