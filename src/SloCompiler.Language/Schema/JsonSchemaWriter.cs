using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SloCompiler.Language.Fields;

namespace SloCompiler.Language.Schema;

/// <summary>Writes the field descriptions as JSON Schema, draft 7 (the draft that YAML editors support best).</summary>
internal sealed class JsonSchemaWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly List<Shape> _shapes = [];

    private JsonSchemaWriter(Utf8JsonWriter json) => _json = json;

    /// <summary>The schema of documents with a root shape, indented, ending with a line break.</summary>
    public static string Write(Shape root, string title)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            new JsonSchemaWriter(json).WriteRoot(root, title);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Refers to the definition of a mapping.</summary>
    public void WriteReference(Shape shape)
    {
        if (!_shapes.Contains(shape))
        {
            _shapes.Add(shape);
        }

        _json.WriteString("$ref", "#/definitions/" + shape.Name);
    }

    /// <summary>A JSON type.</summary>
    public void WriteType(string type) => _json.WriteString("type", type);

    /// <summary>Any text; numbers and booleans are text to the reader as well.</summary>
    public void WriteText() => WriteTypes("string", "number", "boolean");

    /// <summary>Text that matches a pattern.</summary>
    /// <param name="pattern">A regular expression.</param>
    /// <param name="allowsNumber">Whether a text without quotes that YAML reads as a number can match.</param>
    public void WritePattern(string pattern, bool allowsNumber = false)
    {
        WriteTypes(allowsNumber ? ["string", "number"] : ["string"]);
        _json.WriteString("pattern", pattern);
    }

    /// <summary>A limit to the length of text.</summary>
    public void WriteMaxLength(int length)
    {
        _json.WriteNumber("maxLength", length);
        _json.WriteNumber("minLength", 1);
    }

    /// <summary>One of some words.</summary>
    public void WriteEnum(IEnumerable<string> words)
    {
        _json.WriteStartArray("enum");
        foreach (var word in words)
        {
            _json.WriteStringValue(word);
        }

        _json.WriteEndArray();
    }

    /// <summary><c>off</c>, which parsers of YAML 1.1 read as false.</summary>
    public void WriteOff()
    {
        _json.WriteStartArray("enum");
        _json.WriteStringValue("off");
        _json.WriteBooleanValue(false);
        _json.WriteEndArray();
    }

    /// <summary>A bound that a number must exceed.</summary>
    public void WriteExclusiveMinimum(decimal? minimum)
    {
        if (minimum is { } value)
        {
            _json.WriteNumber("exclusiveMinimum", value);
        }
    }

    /// <summary>A list.</summary>
    public void WriteArray(FieldType item, bool allowsEmpty)
    {
        WriteType("array");
        if (!allowsEmpty)
        {
            _json.WriteNumber("minItems", 1);
        }

        WriteSubschema("items", item.WriteSchema);
    }

    /// <summary>A mapping from any name.</summary>
    public void WriteMap(FieldType value)
    {
        WriteType("object");
        WriteSubschema("additionalProperties", value.WriteSchema);
    }

    /// <summary>A mapping of known names, all optional.</summary>
    /// <param name="properties">Names with what they mean and the schema of their values.</param>
    public void WriteProperties(IEnumerable<(string Name, string Doc, Action<JsonSchemaWriter> Write)> properties)
    {
        WriteType("object");
        _json.WriteBoolean("additionalProperties", false);
        _json.WriteStartObject("properties");
        foreach (var (name, doc, write) in properties)
        {
            _json.WriteStartObject(name);
            write(this);
            _json.WriteString("description", doc);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    /// <summary>A mapping of labels.</summary>
    public void WriteLabels(IEnumerable<string> reserved)
    {
        WriteType("object");
        _json.WriteBoolean("additionalProperties", false);
        WriteSubschema("patternProperties", w => w.WriteSubschema(LabelPattern(reserved), v => v.WriteText()));
    }

    /// <summary>The name of a label.</summary>
    public void WriteLabelName(IEnumerable<string> reserved)
    {
        WriteType("string");
        _json.WriteString("pattern", LabelPattern(reserved));
    }

    /// <summary>One of several forms.</summary>
    public void WriteAnyOf(IReadOnlyList<Action<JsonSchemaWriter>> forms)
    {
        _json.WriteStartArray("anyOf");
        foreach (var form in forms)
        {
            _json.WriteStartObject();
            form(this);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private static string LabelPattern(IEnumerable<string> reserved)
        => $"^(?!__)(?!({string.Join('|', reserved.Order(StringComparer.Ordinal))})$)[A-Za-z_][A-Za-z0-9_]*$";

    private void WriteTypes(params ReadOnlySpan<string> types)
    {
        _json.WriteStartArray("type");
        foreach (var type in types)
        {
            _json.WriteStringValue(type);
        }

        _json.WriteEndArray();
    }

    private void WriteSubschema(string keyword, Action<JsonSchemaWriter> write)
    {
        _json.WriteStartObject(keyword);
        write(this);
        _json.WriteEndObject();
    }

    private void WriteRoot(Shape root, string title)
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        _json.WriteString("title", title);
        WriteShape(root);
        _json.WriteStartObject("definitions");
        for (var i = 0; i < _shapes.Count; i++)
        {
            _json.WriteStartObject(_shapes[i].Name);
            WriteShape(_shapes[i]);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteShape(Shape shape)
    {
        WriteType("object");
        _json.WriteString("description", shape.Doc);
        _json.WriteBoolean("additionalProperties", false);
        WriteRequired(shape.Fields.Where(f => f.IsRequired));
        WriteChoices(shape);
        _json.WriteStartObject("properties");
        foreach (var field in shape.Fields)
        {
            WriteSubschema(field.Name, w => w.WriteField(field));
        }

        _json.WriteEndObject();
    }

    private void WriteField(Field field)
    {
        field.Type.WriteSchema(this);
        _json.WriteString("description", field.Default is null ? field.Doc : $"{field.Doc} Default: {field.Default}.");
    }

    private void WriteRequired(IEnumerable<Field> fields)
    {
        var required = fields.ToList();
        if (required.Count == 0)
        {
            return;
        }

        _json.WriteStartArray("required");
        foreach (var field in required)
        {
            _json.WriteStringValue(field.Name);
        }

        _json.WriteEndArray();
    }

    private void WriteChoices(Shape shape)
    {
        if (shape.Choices.IsEmpty)
        {
            return;
        }

        _json.WriteStartArray("allOf");
        foreach (var choice in shape.Choices)
        {
            _json.WriteStartObject();
            WriteChoice(choice);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteChoice(Choice choice)
    {
        List<Action<JsonSchemaWriter>> one = [.. choice.Fields.Select(f => (Action<JsonSchemaWriter>)(w => w.WriteRequired([f])))];
        _json.WriteStartArray("oneOf");
        foreach (var form in one)
        {
            _json.WriteStartObject();
            form(this);
            _json.WriteEndObject();
        }

        if (!choice.IsRequired)
        {
            _json.WriteStartObject();
            WriteSubschema("not", w => w.WriteAnyOf(one));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
