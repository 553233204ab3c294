using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>A tier of a burn policy: <c>2% in 1h</c>, <c>2% in 1h / 5m</c>.</summary>
/// <param name="severity">The severity whose alerts it makes.</param>
internal sealed class BurnTierType(string severity) : ScalarType<BurnTierSpec>
{
    /// <inheritdoc />
    public override string Name => "burn tier";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
    {
        const string Duration = "([0-9]+([.][0-9]+)?(ms|s|m|h|d|w))+";
        writer.WritePattern($"^ *[0-9]+([.][0-9]+)? *% +in +{Duration} *(/ *{Duration})? *$");
    }

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out BurnTierSpec value)
    {
        value = null;
        var result = BurnTierGrammar.Read(scalar.Value);
        if (result.Value is not { } tier)
        {
            var offset = result.Error?.Offset ?? 0;
            var span = scalar.Map(new TextSpan(offset, Math.Clamp(scalar.Value.Length - offset, 0, result.Error?.Length ?? 0)));
            context.Report(SpecDiagnostics.InvalidBurnTier, span, result.Error?.Message ?? "The tier cannot be read.");
            return false;
        }

        if (Contradiction(tier) is { } problem)
        {
            context.Report(SpecDiagnostics.BurnTierOutOfRange, scalar.Span, problem);
            return false;
        }

        value = new BurnTierSpec(severity, tier.BudgetShare, tier.LongWindow, tier.ShortWindow, scalar.Span);
        return true;
    }

    private static string? Contradiction(BurnTierSyntax tier)
    {
        if (tier.BudgetShare is <= 0 or >= 1)
        {
            return "The share of the budget is not between 0 % and 100 %.";
        }

        if (tier.LongWindow < PrometheusMinimum)
        {
            return "The window is shorter than a minute.";
        }

        return tier.ShortWindow is { } shorter && (shorter >= tier.LongWindow || shorter < PrometheusMinimum)
            ? "The short window is not between a minute and the long window."
            : null;
    }

    private static readonly PromQL.PrometheusDuration PrometheusMinimum = PromQL.PrometheusDuration.FromMinutes(1);
}
