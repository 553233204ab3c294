using SloCompiler.Files;
using SloCompiler.Formatting;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Fixing;

/// <summary>A file on its way to its fixed text. A byte order mark stays.</summary>
internal sealed class FileEdit
{
    private const char ByteOrderMark = '\uFEFF';
    private readonly string _path;
    private readonly byte[] _oldBytes;
    private readonly string _mark;
    private readonly string _oldText;
    private string _text;

    /// <summary>Starts with a file as it is.</summary>
    public FileEdit(SourceText source, IFileSystem files, ProjectLocation project)
    {
        _path = source.Path;
        _oldText = source.Content;
        _text = source.Content;
        _oldBytes = files.Read(project.ToAbsolute(source.Path), YamlLimits.MaxFileSize).Value ?? [];
        _mark = System.Text.Encoding.UTF8.GetString(_oldBytes).StartsWith(ByteOrderMark) ? $"{ByteOrderMark}" : "";
    }

    /// <summary>Number of fixes applied.</summary>
    public int Count { get; private set; }

    /// <summary>The file as it would be written.</summary>
    public byte[] NewBytes => ToFile().NewBytes;

    /// <summary>Applies edits of the text as it is now.</summary>
    public void Apply(IEnumerable<TextEdit> edits, int count)
    {
        _text = TextEdits.Apply(_text, edits);
        Count += count;
    }

    /// <summary>The file, before and after.</summary>
    public FormatFile ToFile() => new(_path, _oldBytes, _mark + _oldText, _mark + _text);
}
