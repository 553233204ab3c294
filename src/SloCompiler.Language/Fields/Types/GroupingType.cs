using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>The name of a label to group by.</summary>
internal sealed class GroupingType : ScalarType<Located<string>>
{
    /// <summary>The only instance.</summary>
    public static GroupingType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "label name";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteLabelName(LabelNames.ReservedForGrouping);

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<string> value)
    {
        value = new Located<string>(scalar.Value, scalar.Span);
        if (!LabelNames.IsValid(scalar.Value))
        {
            context.Report(SpecDiagnostics.InvalidLabelName, scalar.Span, $"`{scalar.Value}` is not a valid label name.");
            return false;
        }

        var isExternal = context.Config.ExternalLabels.Any(l => l.Name == scalar.Value);
        if (isExternal || LabelNames.ReservedForGrouping.Contains(scalar.Value))
        {
            var user = isExternal ? "is an external label of Prometheus" : "is a label of the recorded series and alerts";
            context.Report(SpecDiagnostics.GroupingLabelCollision, scalar.Span, $"`{scalar.Value}` {user}.");
            return false;
        }

        return true;
    }
}
