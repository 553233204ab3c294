using System.Collections.Immutable;
using SloCompiler.Language.Project;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Passes.Metadata;
using SloCompiler.Plan.Slos;

namespace SloCompiler.Lowering.Passes.Tiers;

/// <summary>Fits the burn policy to window and objective, and says what it had to change.</summary>
internal sealed class TierPass : ISloPass
{
    private const string DefaultPolicy = "default";

    // Shortest window first, then the highest burn rate.
    private static readonly Comparer<FittedTier> ByWindow = Comparer<FittedTier>.Create((a, b) =>
    {
        var byWindow = a.LongWindow.CompareTo(b.LongWindow);
        return byWindow != 0 ? byWindow : b.BurnRate.CompareTo(a.BurnRate);
    });

    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        var policy = PolicyOf(slo, context.Config);
        var wanted = policy.Tiers.Where(tier => IsWanted(slo, tier)).ToImmutableArray();
        var result = new PolicyFitting(slo, policy.Period, context.Diagnostics).Fit(wanted);
        if (result.Tiers.IsEmpty && !wanted.IsEmpty)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.AllTiersDropped,
                slo.Spec.Objective.Span,
                $"No burn alert fits an objective of {slo.Spec.Objective.Text} over {slo.Spec.Window.Text}; SLO `{slo.Name}` has none.");
        }

        return slo with { Tiers = [.. Name(result.Tiers, context)], Adjustments = result.Adjustments };
    }

    private static BurnPolicy PolicyOf(SloDraft slo, ProjectConfig config)
    {
        if (slo.Spec.Alerting.Tiers is { IsEmpty: false } own)
        {
            return new BurnPolicy(slo.Spec.Window.Length, own);
        }

        var name = slo.Spec.Alerting.BurnPolicy?.Value ?? DefaultPolicy;
        return config.BurnPolicies.GetValueOrDefault(name)
            ?? config.BurnPolicies.GetValueOrDefault(DefaultPolicy)
            ?? BuiltInPolicies.For(slo.Spec.Window.Length);
    }

    private static bool IsWanted(SloDraft slo, BurnTierSpec tier)
        => (tier.Severity == SeverityNames.Page ? slo.Spec.Alerting.Page : slo.Spec.Alerting.Ticket) is not null;

    private static IEnumerable<BurnTier> Name(ImmutableArray<FittedTier> tiers, LoweringContext context)
    {
        var pagesFirst = tiers.Where(tier => tier.IsPage).Concat(tiers.Where(tier => !tier.IsPage));
        foreach (var severity in pagesFirst.GroupBy(tier => tier.Source.Severity))
        {
            var ordered = severity.Order(ByWindow).ToArray();
            for (var i = 0; i < ordered.Length; i++)
            {
                var tier = ordered[i];
                yield return new BurnTier(
                    context.SeverityLabel(tier.Source.SeverityName ?? severity.Key),
                    tier.IsPage,
                    TierNames.At(i, ordered.Length),
                    tier.LongWindow,
                    tier.ShortWindow,
                    tier.BurnRate,
                    tier.Threshold,
                    tier.Source.BudgetShare)
                {
                    For = tier.Source.For,
                    Labels = LabelLists.ToPlan(tier.Source.Labels),
                };
            }
        }
    }
}
