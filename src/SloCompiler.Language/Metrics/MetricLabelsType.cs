using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Metrics;

/// <summary>Labels of a metric: a list of names, or a mapping from names to allowed values.</summary>
internal sealed class MetricLabelsType : FieldType<ImmutableArray<MetricLabel>>
{
    private static readonly ListType<string> Values = new(TextType.Instance);

    /// <summary>The only instance.</summary>
    public static MetricLabelsType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "a list of names, or a mapping (name → values)";

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<MetricLabel> value)
    {
        value = [];
        if (node is YamlSequence names)
        {
            value = [.. names.Items.SelectMany(n => ReadName(n, context))];
            return true;
        }

        if (node is not YamlMapping map)
        {
            return ReportKind(node, context);
        }

        value = [.. map.Entries.SelectMany(e => ReadEntry(e, context))];
        return true;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
        => writer.WriteAnyOf([w => w.WriteArray(TextType.Instance, allowsEmpty: true), w => w.WriteMap(Values)]);

    private static IEnumerable<MetricLabel> ReadName(YamlNode node, ReadContext context)
        => TextType.Instance.TryRead(node, context, out var name) && IsValid(name, node, context) ? [new MetricLabel(name, [])] : [];

    private static IEnumerable<MetricLabel> ReadEntry(YamlEntry entry, ReadContext context)
        => IsValid(entry.Key.Value, entry.Key, context) && Values.TryRead(entry.Value, context, out var values)
            ? [new MetricLabel(entry.Key.Value, values)]
            : [];

    private static bool IsValid(string name, YamlNode node, ReadContext context)
    {
        if (LabelNames.IsValid(name))
        {
            return true;
        }

        context.Report(SpecDiagnostics.InvalidLabelName, node.Span, $"`{name}` is not a valid label name.");
        return false;
    }
}
