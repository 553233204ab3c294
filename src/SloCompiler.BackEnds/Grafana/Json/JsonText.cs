using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>Prints JSON the same way everywhere: what is short stands on one line, all else on lines of its own.</summary>
internal static class JsonText
{
    private const int IndentSize = 2;

    /// <summary>Characters of an object or list that stands on one line.</summary>
    private const int ShortLength = 160;

    /// <summary>The document, with a line feed at its end.</summary>
    public static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Append(text, root, 0, IndentSize);
        return text.Append('\n').ToString();
    }

    /// <summary>The document without indentation: small, and yet a change shows as changed lines.</summary>
    public static string WriteLines(JsonNode root)
    {
        var text = new StringBuilder();
        Append(text, root, 0, 0);
        return text.ToString();
    }

    /// <summary>A number without zeros at its end.</summary>
    public static JsonNode Number(decimal value) => JsonValue.Create(value / 1.000000000000000000000000000000m);

    /// <summary>A list of nodes.</summary>
    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    private static void Append(StringBuilder text, JsonNode? node, int depth, int indent)
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
                AppendText(text, name);
                text.Append(indent > 0 ? ": " : ":");
                Append(text, value, depth + 1, indent);
            }

            text.Append('\n').Append(' ', depth * indent).Append('}');
        }
        else if (node is JsonArray list)
        {
            text.Append('[');
            foreach (var item in list)
            {
                NextLine(text, '[', inner);
                Append(text, item, depth + 1, indent);
            }

            text.Append('\n').Append(' ', depth * indent).Append(']');
        }
    }

    /// <summary>Appends a node on one line; false, with a part of it appended, where the text would go beyond an end. A plain value always fits.</summary>
    private static bool AppendShort(StringBuilder text, JsonNode? node, int end, bool isSpaced)
    {
        switch (node)
        {
            case JsonObject owner:
                text.Append('{');
                foreach (var (name, value) in owner)
                {
                    Next(text, '{', isSpaced);
                    AppendText(text, name);
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
                AppendText(text, word);
                return true;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                return true;
        }
    }

    private static void Next(StringBuilder text, char open, bool isSpaced)
    {
        if (text[^1] != open)
        {
            text.Append(isSpaced ? ", " : ",");
        }
    }

    private static void NextLine(StringBuilder text, char open, int indentation)
    {
        if (text[^1] != open)
        {
            text.Append(',');
        }

        text.Append('\n').Append(' ', indentation);
    }

    /// <summary>Only what JSON itself asks for is escaped, so that a reviewer can read the queries.</summary>
    private static void AppendText(StringBuilder text, string word)
        => text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(word)).Append('"');
}
