using System.Collections.Frozen;
using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>A mapping of labels or annotations, whose names must not be taken.</summary>
/// <param name="reserved">Names that are taken, besides the project's external labels.</param>
internal sealed class LabelsType(FrozenSet<string> reserved) : FieldType<ImmutableArray<LabelPair>>
{
    /// <summary>Metadata of a service or SLO: on alerts and <c>slo:info</c>.</summary>
    public static LabelsType Metadata { get; } = new(LabelNames.ReservedAsMetadata);

    /// <summary>Extra labels of alerts.</summary>
    public static LabelsType OfAlerts { get; } = new(LabelNames.ReservedOnAlerts);

    /// <summary>Annotations of alerts.</summary>
    public static LabelsType Annotations { get; } = new(LabelNames.ReservedAnnotations);

    /// <summary>Labels that Prometheus adds outside.</summary>
    public static LabelsType External { get; } = new(LabelNames.Identity);

    /// <inheritdoc />
    public override string Name => "a mapping (name → text)";

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<LabelPair> value)
    {
        value = [];
        if (node is not YamlMapping mapping)
        {
            return ReportKind(node, context);
        }

        var pairs = ImmutableArray.CreateBuilder<LabelPair>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (IsFree(entry.Key, context) && TextType.Instance.TryRead(entry.Value, context, out var text))
            {
                pairs.Add(new LabelPair(entry.Key.Value, text, entry.Value.Span));
            }
        }

        value = pairs.ToImmutable();
        return true;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteLabels(reserved);

    private bool IsFree(YamlScalar key, ReadContext context)
    {
        if (!LabelNames.IsValid(key.Value))
        {
            context.Report(SpecDiagnostics.InvalidLabelName, key.Span, $"`{key.Value}` is not a valid name.");
            return false;
        }

        if (reserved.Contains(key.Value))
        {
            context.Report(SpecDiagnostics.ReservedLabel, key.Span, $"`{key.Value}` is set by the compiler.");
            return false;
        }

        var external = context.Config.ExternalLabels.FirstOrDefault(l => l.Name == key.Value);
        if (external is not null && reserved != LabelNames.ReservedAnnotations)
        {
            context.Report(SpecDiagnostics.ReservedLabel, key.Span, $"`{key.Value}` is an external label of Prometheus.");
            return false;
        }

        return true;
    }
}
