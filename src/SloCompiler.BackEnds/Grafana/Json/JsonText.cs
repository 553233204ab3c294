using System.Buffers;
using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>Prints JSON the same way everywhere: what is short stands on one line, all else on lines of its own.</summary>
internal static class JsonText
{
    private const int IndentSize = 2;

    /// <summary>Characters of an object or list that stands on one line.</summary>
    private const int ShortLength = 160;

    /// <summary>Writes the document, with a line feed at its end, in UTF-8.</summary>
    public static void Write(JsonNode root, IBufferWriter<byte> buffer)
    {
        using var text = new TextBuffer();
        Append(text, root, 0, IndentSize);
        text.Append('\n');
        text.WriteTo(buffer);
    }

    /// <summary>The document without indentation: small, and yet a change shows as changed lines.</summary>
    public static string WriteLines(JsonNode root)
    {
        using var text = new TextBuffer();
        Append(text, root, 0, 0);
        return text.ToString();
    }

    /// <summary>A number without zeros at its end.</summary>
    public static JsonNode Number(decimal value) => JsonValue.Create(value / 1.000000000000000000000000000000m);

    /// <summary>A list of nodes.</summary>
    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    private static void Append(TextBuffer text, JsonNode? node, int depth, int indent)
    {
        var start = text.Length;
        if (AppendShort(text, node, start + ShortLength, indent > 0))
        {
            return;
        }

        text.Length = start;
        var inner = (depth + 1) * indent;
        if (node is JsonObject owner)
        {
            text.Append('{');
            foreach (var (name, value) in owner)
            {
                NextLine(text, '{', inner);
                text.AppendQuoted(name);
                text.Append(indent > 0 ? ": " : ":");
                Append(text, value, depth + 1, indent);
            }

            text.Append('\n');
            text.AppendSpaces(depth * indent);
            text.Append('}');
        }
        else if (node is JsonArray list)
        {
            text.Append('[');
            foreach (var item in list)
            {
                NextLine(text, '[', inner);
                Append(text, item, depth + 1, indent);
            }

            text.Append('\n');
            text.AppendSpaces(depth * indent);
            text.Append(']');
        }
    }

    /// <summary>Appends a node on one line; false, with a part of it appended, where the text would go beyond an end. A plain value always fits.</summary>
    private static bool AppendShort(TextBuffer text, JsonNode? node, int end, bool isSpaced)
    {
        switch (node)
        {
            case JsonObject owner:
                text.Append('{');
                foreach (var (name, value) in owner)
                {
                    Next(text, '{', isSpaced);
                    text.AppendQuoted(name);
                    text.Append(isSpaced ? ": " : ":");
                    if (!AppendShort(text, value, end, isSpaced) || text.Length > end)
                    {
                        return false;
                    }
                }

                text.Append('}');
                return true;
            case JsonArray list:
                text.Append('[');
                foreach (var item in list)
                {
                    Next(text, '[', isSpaced);
                    if (!AppendShort(text, item, end, isSpaced) || text.Length > end)
                    {
                        return false;
                    }
                }

                text.Append(']');
                return true;
            case JsonValue value when value.TryGetValue<string>(out var word):
                text.AppendQuoted(word);
                return true;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                return true;
        }
    }

    private static void Next(TextBuffer text, char open, bool isSpaced)
    {
        if (text.Last != open)
        {
            text.Append(isSpaced ? ", " : ",");
        }
    }

    private static void NextLine(TextBuffer text, char open, int indentation)
    {
        if (text.Last != open)
        {
            text.Append(',');
        }

        text.Append('\n');
        text.AppendSpaces(indentation);
    }
}
