using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Settings;

/// <summary>A severity that options set; its value is null for <c>off</c>.</summary>
internal sealed record Level(Severity? Value);

/// <summary>The options of a rule, beside its severity.</summary>
internal abstract class OptionsType : FieldType
{
    /// <summary>Reads the options; reports why where it cannot.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="context">Takes what is wrong.</param>
    /// <param name="level">The severity; null where none is written.</param>
    /// <param name="options">The options.</param>
    public abstract bool TryReadOptions(YamlNode node, ReadContext context, out Level? level, [NotNullWhen(true)] out object? options);
}

/// <summary>The options of a rule, read as <typeparamref name="T"/>.</summary>
internal sealed class OptionsType<T> : OptionsType
    where T : class
{
    private static readonly Field<Severity?> Severity = new("severity", RuleSettingsType.Level, "Its severity, or `off`.")
    {
        Default = "that of the rule",
        Example = "error",
    };

    private readonly ShapeType<T> _type;

    /// <summary>Describes the options.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="doc">What can be set, as Markdown.</param>
    /// <param name="fields">The options.</param>
    /// <param name="read">Reads them; null where they make no sense, which it has reported.</param>
    public OptionsType(string rule, string doc, ImmutableArray<Field> fields, Func<FieldReader, T?> read)
        => _type = new ShapeType<T>(new Shape("lint-" + rule, $"Options of {rule}", doc, [Severity, .. fields]), read);

    /// <inheritdoc />
    public override string Name => _type.Name;

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => _type.Shapes;

    /// <inheritdoc />
    public override bool TryReadOptions(YamlNode node, ReadContext context, out Level? level, [NotNullWhen(true)] out object? options)
    {
        level = null;
        options = null;
        if (!_type.TryRead(node, context, out var read))
        {
            return false;
        }

        options = read;
        if (node is YamlMapping mapping && mapping.Find(Severity.Name) is { } entry && RuleSettingsType.Level.TryRead(entry.Value, context, out var value))
        {
            level = new Level(value);
        }

        return true;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => _type.WriteSchema(writer);
}
