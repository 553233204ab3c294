using SloCompiler.Language.Reading;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields;

/// <summary>
/// One key of a mapping: the only place that knows its name, type, default, documentation and example.
/// The reader, the JSON Schema and the reference pages all use it.
/// </summary>
internal abstract class Field(string name, FieldType type, string doc)
{
    /// <summary>The key.</summary>
    public string Name { get; } = name;

    /// <summary>What its value may be.</summary>
    public FieldType Type { get; } = type;

    /// <summary>What it means, as Markdown in one paragraph.</summary>
    public string Doc { get; } = doc;

    /// <summary>Whether a mapping without it is an error.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds where it is not written, in words or as a value; null where nothing does.</summary>
    public string? Default { get; init; }

    /// <summary>A value as YAML, which the reader accepts.</summary>
    public required string Example { get; init; }

    /// <summary>Whether a value can be read; reports why where it cannot.</summary>
    public abstract bool IsAccepted(YamlNode value, ReadContext context);
}

/// <summary>A key whose value is read as <typeparamref name="T"/>.</summary>
internal sealed class Field<T>(string name, FieldType<T> type, string doc) : Field(name, type, doc)
{
    /// <summary>Reads its value.</summary>
    public FieldType<T> ValueType { get; } = type;

    /// <inheritdoc />
    public override bool IsAccepted(YamlNode value, ReadContext context) => ValueType.TryRead(value, context, out _);
}
