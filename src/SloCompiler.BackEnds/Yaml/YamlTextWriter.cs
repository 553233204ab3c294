using System.Buffers;
using System.Text;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Yaml;

/// <summary>
/// Writes YAML that YAML 1.1 and 1.2 readers take for the same values: block style only, no folding, two spaces of
/// indentation, a line feed after every line.
/// </summary>
public sealed class YamlTextWriter
{
    private readonly Utf8Text _text;

    private YamlTextWriter(IBufferWriter<byte> buffer) => _text = new Utf8Text(buffer);

    /// <summary>The document, with its comment at the top.</summary>
    public static string Write(YamlMap root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(root, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the document, with its comment at the top, in UTF-8.</summary>
    public static void Write(YamlMap root, IBufferWriter<byte> buffer)
    {
        var writer = new YamlTextWriter(buffer);
        writer.WriteComment(root, 0);
        writer.WriteEntries(root, 0, isFirstLineOpen: false);
    }

    private void WriteEntries(YamlMap map, int indent, bool isFirstLineOpen)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (!isFirstLineOpen)
            {
                WriteComment(value, indent);
                _text.Indent(indent);
            }

            isFirstLineOpen = false;
            _text.Append(YamlScalarText.Inline(key)).Append(":"u8);
            WriteAfterKey(value, indent);
        }
    }

    private void WriteAfterKey(YamlValue value, int indent)
    {
        switch (value)
        {
            case YamlMap { Entries.IsEmpty: false } map:
                _text.Append("\n"u8);
                WriteEntries(map, indent + 2, isFirstLineOpen: false);
                break;
            case YamlList { Items.IsEmpty: false } list:
                _text.Append("\n"u8);
                WriteItems(list, indent + 2);
                break;
            default:
                _text.Append(" "u8);
                WriteLeaf(value, indent + 2);
                break;
        }
    }

    private void WriteItems(YamlList list, int indent)
    {
        foreach (var item in list.Items)
        {
            WriteComment(item, indent);
            _text.Indent(indent).Append("-"u8);
            switch (item)
            {
                case YamlMap { Entries.IsEmpty: false } map:
                    _text.Append(" "u8);
                    WriteEntries(map, indent + 2, isFirstLineOpen: true);
                    break;
                case YamlList { Items.IsEmpty: false } inner:
                    _text.Append("\n"u8);
                    WriteItems(inner, indent + 2);
                    break;
                default:
                    _text.Append(" "u8);
                    WriteLeaf(item, indent + 2);
                    break;
            }
        }
    }

    private void WriteLeaf(YamlValue value, int blockIndent)
    {
        switch (value)
        {
            case YamlText text when YamlScalarText.FitsLiteralBlock(text.Value):
                WriteLiteralBlock(text.Value, blockIndent);
                break;
            case YamlText text:
                _text.Append(YamlScalarText.Inline(text.Value)).Append("\n"u8);
                break;
            case YamlNumber number:
                _text.Append(ExactDecimal.Format(number.Value)).Append("\n"u8);
                break;
            case YamlList:
                _text.Append("[]\n"u8);
                break;
            case YamlMap:
                _text.Append("{}\n"u8);
                break;
        }
    }

    private void WriteLiteralBlock(string value, int indent)
    {
        // Without the indicator, a reader would take the spaces of the first line for indentation.
        _text.Append(value[0] is ' ' ? "|2-\n"u8 : "|-\n"u8);
        foreach (var line in value.AsSpan().Split('\n'))
        {
            if (value.AsSpan(line) is { IsEmpty: false } text)
            {
                _text.Indent(indent).Append(text);
            }

            _text.Append("\n"u8);
        }
    }

    private void WriteComment(YamlValue value, int indent)
    {
        if (value.Comment.IsEmpty)
        {
            return;
        }

        foreach (var line in value.Comment.SelectMany(c => c.Split('\n')))
        {
            _text.Indent(indent).Append("#"u8);
            if (line.Length > 0)
            {
                _text.Append(" "u8).Append(YamlScalarText.CommentText(line));
            }

            _text.Append("\n"u8);
        }
    }
}
