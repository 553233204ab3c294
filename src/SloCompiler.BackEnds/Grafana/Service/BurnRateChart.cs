using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>
/// Burn rates in the windows of the alerts. Each tier has one colour: solid for its long window, dotted for its short one,
/// dashed for the factor that both must exceed.
/// </summary>
internal static class BurnRateChart
{
    private static readonly PrometheusDuration Hour = PrometheusDuration.FromHours(1);
    private static readonly ImmutableArray<string> PageColours = [Colours.Page, "#A0522D", "#7A0A1E"];
    private static readonly ImmutableArray<string> TicketColours = [Colours.Good, "#2A9DC4", "#7B61C9"];

    /// <summary>Builds the panel.</summary>
    public static Panel Build(SloBoard board)
    {
        var lines = Lines(board);
        var factors = Factors(board);
        return new TimeSeriesPanel
        {
            Slot = board.Slot("burn-rates"),
            Title = "Burn rates of the alert windows",
            Description = "How fast each window spends the budget (1: exactly as fast as it may). One colour for each alert: "
                + $"it fires while its long window (solid) and its short one (dotted) are both above its factor (dashed).{board.WorstGroup}",
            Links = board.RunbookLinks("page", "ticket"),
            Targets =
            [
                .. lines.Select(l => new Target(board.Queries.WorstBurnRateIn(l.Window), l.Window.ToString(), TargetKind.Range)),
                .. factors.Select(f => SloCharts.Constant(f.Name, f.Value)),
            ],
            IsLogarithmic = true,
            Fields = new FieldOptions
            {
                Unit = "none",
                Decimals = 2,
                Min = 0,
                Overrides = [.. lines.Select(l => l.Look), .. factors.Select(f => FieldOverride.Dashed(f.Name, f.Colour))],
            },
        };
    }

    /// <summary>Each window once. Long windows go first: where a window is the short one of another tier, its own line matters more.</summary>
    private static ImmutableArray<(PrometheusDuration Window, FieldOverride Look)> Lines(SloBoard board)
    {
        var tiers = Coloured(board.Slo.Tiers);
        return
        [
            .. tiers.Select(t => (Window: t.Tier.LongWindow, Look: FieldOverride.Coloured(t.Tier.LongWindow.ToString(), t.Colour)))
                .Concat(tiers.Select(t => (Window: t.Tier.ShortWindow, Look: FieldOverride.Dotted(t.Tier.ShortWindow.ToString(), t.Colour))))
                .Append((Window: Hour, Look: FieldOverride.Coloured(Hour.ToString(), Colours.Text)))
                .Where(l => board.Slo.RatioWindows.Contains(l.Window))
                .DistinctBy(l => l.Window)
                .OrderBy(l => l.Window),
        ];
    }

    private static ImmutableArray<(string Name, decimal Value, string Colour)> Factors(SloBoard board) =>
    [
        .. Coloured(board.Slo.Tiers)
            .Select(t => (
                Name: $"{(t.Tier.IsPage ? "page" : "ticket")} factor {ExactDecimal.Format(t.Tier.BurnRate)} ({t.Tier.LongWindow} and {t.Tier.ShortWindow})",
                Value: t.Tier.BurnRate,
                t.Colour))
            .DistinctBy(f => f.Name),
    ];

    private static ImmutableArray<(BurnTier Tier, string Colour)> Coloured(ImmutableArray<BurnTier> tiers) =>
    [
        .. tiers.Where(t => t.IsPage).Select((t, i) => (t, PageColours[i % PageColours.Length])),
        .. tiers.Where(t => !t.IsPage).Select((t, i) => (t, TicketColours[i % TicketColours.Length])),
    ];
}
