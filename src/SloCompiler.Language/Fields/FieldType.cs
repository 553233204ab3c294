using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields;

/// <summary>What a value may be, without saying what it is read as.</summary>
internal abstract class FieldType
{
    /// <summary>The type in words: "duration", "list of text".</summary>
    public abstract string Name { get; }

    /// <summary>The mappings that values of this type hold.</summary>
    public virtual IEnumerable<Shape> Shapes => [];

    /// <summary>The values of a mapping whose keys the author chooses; null for all other types.</summary>
    public virtual FieldType? ValuesOfFreeKeys => null;

    /// <summary>Writes the keywords of its schema into the current object.</summary>
    public abstract void WriteSchema(JsonSchemaWriter writer);
}

/// <summary>What a value may be, and how it is read.</summary>
internal abstract class FieldType<T> : FieldType
{
    /// <summary>Reads a value; reports why where it cannot.</summary>
    public abstract bool TryRead(YamlNode node, ReadContext context, [MaybeNullWhen(false)] out T value);

    /// <summary>Reports that the kind of the node is not the expected one; always false.</summary>
    protected bool ReportKind(YamlNode node, ReadContext context)
    {
        if (IsDoubleBrace(node))
        {
            return false;
        }

        if (node is YamlScalar { IsNull: true })
        {
            context.Report(SpecDiagnostics.EmptyValue, node.Span, $"Nothing is written here; expected {Name}.");
        }
        else
        {
            context.Report(SpecDiagnostics.WrongType, node.Span, $"Expected {Name}, but found {node.KindInWords}.");
        }

        return false;
    }

    // YAML reads an unquoted {{label}} as a mapping whose key is a mapping, which was reported there.
    private static bool IsDoubleBrace(YamlNode node)
        => node is YamlMapping && node.Span.Source.Content.AsSpan(node.Span.Range.Start).StartsWith("{{", StringComparison.Ordinal);
}

/// <summary>A value that is written as one scalar.</summary>
internal abstract class ScalarType<T> : FieldType<T>
{
    /// <inheritdoc />
    public sealed override bool TryRead(YamlNode node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return node is YamlScalar { IsNull: false } scalar
            ? TryParse(scalar, context, out value)
            : ReportNotScalar(node, context);
    }

    /// <summary>Reads the value of a scalar; reports why where it cannot.</summary>
    protected abstract bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out T value);

    /// <summary>Reports a node that is no scalar; always false.</summary>
    protected virtual bool ReportNotScalar(YamlNode node, ReadContext context) => ReportKind(node, context);
}
