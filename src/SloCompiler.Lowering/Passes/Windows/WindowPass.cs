using System.Collections.Immutable;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;

namespace SloCompiler.Lowering.Passes.Windows;

/// <summary>Divides the windows of error ratios between the two groups; reports windows that samples do not reach back to.</summary>
internal sealed class WindowPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        ImmutableArray<PrometheusDuration> fast =
        [
            .. WindowsOf(slo.Tiers.Where(tier => tier.IsPage))
                .Append(slo.BaseWindow)
                .Append(PrometheusDuration.FromHours(1))
                .Where(window => window >= slo.BaseWindow)
                .Distinct()
                .Order(),
        ];
        ImmutableArray<PrometheusDuration> slow =
            [.. WindowsOf(slo.Tiers.Where(tier => !tier.IsPage)).Except(fast).Distinct().Order()];
        CheckRetention(slo, context);
        return slo with { FastWindows = fast, SlowWindows = slow };
    }

    private static IEnumerable<PrometheusDuration> WindowsOf(IEnumerable<BurnTier> tiers)
        => tiers.SelectMany(tier => new[] { tier.LongWindow, tier.ShortWindow });

    private static void CheckRetention(SloDraft slo, LoweringContext context)
    {
        if (context.Config.Retention is { } retention && slo.Spec.Window.Length > retention)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.WindowBeyondRetention,
                slo.Spec.Name.Span,
                $"SLO `{slo.Name}` has a window of {slo.Spec.Window.Text}, but samples are kept for {retention} only.");
        }
    }
}
