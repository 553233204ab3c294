using System.Text;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Yaml;

/// <summary>
/// Writes YAML that YAML 1.1 and 1.2 readers take for the same values: block style only, no folding, two spaces of
/// indentation, a line feed after every line.
/// </summary>
public sealed class YamlTextWriter
{
    private readonly StringBuilder _text = new();

    private YamlTextWriter()
    {
    }

    /// <summary>The document, with its comment at the top.</summary>
    public static string Write(YamlMap root)
    {
        var writer = new YamlTextWriter();
        writer.WriteComment(root, 0);
        writer.WriteEntries(root, 0, isFirstLineOpen: false);
        return writer._text.ToString();
    }

    private void WriteEntries(YamlMap map, int indent, bool isFirstLineOpen)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (!isFirstLineOpen)
            {
                WriteComment(value, indent);
                _text.Append(' ', indent);
            }

            isFirstLineOpen = false;
            _text.Append(YamlScalarText.Inline(key)).Append(':');
            WriteAfterKey(value, indent);
        }
    }

    private void WriteAfterKey(YamlValue value, int indent)
    {
        switch (value)
        {
            case YamlMap { Entries.IsEmpty: false } map:
                _text.Append('\n');
                WriteEntries(map, indent + 2, isFirstLineOpen: false);
                break;
            case YamlList { Items.IsEmpty: false } list:
                _text.Append('\n');
                WriteItems(list, indent + 2);
                break;
            default:
                _text.Append(' ');
                WriteLeaf(value, indent + 2);
                break;
        }
    }

    private void WriteItems(YamlList list, int indent)
    {
        foreach (var item in list.Items)
        {
            WriteComment(item, indent);
            _text.Append(' ', indent).Append('-');
            switch (item)
            {
                case YamlMap { Entries.IsEmpty: false } map:
                    _text.Append(' ');
                    WriteEntries(map, indent + 2, isFirstLineOpen: true);
                    break;
                case YamlList { Items.IsEmpty: false } inner:
                    _text.Append('\n');
                    WriteItems(inner, indent + 2);
                    break;
                default:
                    _text.Append(' ');
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
                _text.Append(YamlScalarText.Inline(text.Value)).Append('\n');
                break;
            case YamlNumber number:
                _text.Append(ExactDecimal.Format(number.Value)).Append('\n');
                break;
            case YamlList:
                _text.Append("[]\n");
                break;
            case YamlMap:
                _text.Append("{}\n");
                break;
        }
    }

    private void WriteLiteralBlock(string value, int indent)
    {
        // Without the indicator, a reader would take the spaces of the first line for indentation.
        _text.Append(value[0] is ' ' ? "|2-\n" : "|-\n");
        foreach (var line in value.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', indent).Append(line);
            }

            _text.Append('\n');
        }
    }

    private void WriteComment(YamlValue value, int indent)
    {
        foreach (var line in value.Comment.SelectMany(c => c.Split('\n')))
        {
            _text.Append(' ', indent).Append('#');
            if (line.Length > 0)
            {
                _text.Append(' ').Append(YamlScalarText.CommentText(line));
            }

            _text.Append('\n');
        }
    }
}
