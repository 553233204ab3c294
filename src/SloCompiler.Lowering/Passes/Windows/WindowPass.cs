using SloCompiler.Lowering.Drafts;
using SloCompiler.PromQL;

namespace SloCompiler.Lowering.Passes.Windows;

/// <summary>Divides the windows of error ratios between the two groups; reports windows that samples do not reach back to.</summary>
internal sealed class WindowPass : ISloPass
{
    private static readonly PrometheusDuration OneHour = PrometheusDuration.FromHours(1);

    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        var fast = new WindowSet();
        fast.Add(slo.BaseWindow);
        AddWindows(fast, slo, isPage: true, window => window >= slo.BaseWindow);
        if (OneHour >= slo.BaseWindow)
        {
            fast.Add(OneHour);
        }

        var slow = new WindowSet();
        AddWindows(slow, slo, isPage: false, window => !fast.Contains(window));
        CheckRetention(slo, context);
        return slo with { FastWindows = fast.ToImmutable(), SlowWindows = slow.ToImmutable() };
    }

    private static void AddWindows(WindowSet windows, SloDraft slo, bool isPage, Predicate<PrometheusDuration> isWanted)
    {
        foreach (var tier in slo.Tiers.Where(tier => tier.IsPage == isPage))
        {
            AddIf(tier.LongWindow);
            AddIf(tier.ShortWindow);
        }

        void AddIf(PrometheusDuration window)
        {
            if (isWanted(window))
            {
                windows.Add(window);
            }
        }
    }

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
