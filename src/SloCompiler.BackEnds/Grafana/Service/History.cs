using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Slos;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>
/// How past calendar periods ended. Nothing more is recorded for it: the ratio of the period is read over a year, a point every few
/// hours, and the last point in each period is how it ended.
/// </summary>
internal static class History
{
    private const int HoursBetweenPoints = 3;

    /// <summary>Builds the panel; null where the window is not a calendar period.</summary>
    public static Panel? Build(SloBoard board) => Reach(board.Slo.Window) is not { } days ? null : new BarGaugePanel
    {
        Slot = board.Slot("history"),
        Title = $"SLI of past periods, objective {ExactDecimal.FormatPercent(board.Slo.Objective)}",
        Description = $"How each calendar {board.Slo.Window.Text} ended, the running one last, as far back as Prometheus keeps samples. "
            + $"Below the objective it was missed. The last point before the end counts, at most {HoursBetweenPoints} hours before it.{board.WorstGroup}",
        LooksBack = $"{days}d",
        MostPoints = days * 24 / HoursBetweenPoints,
        Targets = [new Target(board.Queries.SliByPeriod, "{{" + SeriesNames.PeriodLabel + "}}", TargetKind.Range)],
        Fields = new FieldOptions
        {
            Unit = "percentunit",
            Decimals = board.SliDecimals,
            IsColouredByThreshold = true,
            Min = 1 - (4 * board.Slo.ErrorBudget) is var low && low > 0 ? low : 0,
            Max = 1,
            Thresholds = [new Threshold(null, Colours.Page), new Threshold(board.Slo.Objective, Colours.Good)],
        },
    };

    /// <summary>Days to look back; at most 11,000 points, which is what Prometheus gives at once.</summary>
    private static int? Reach(PlannedWindow window) => window switch
    {
        { IsCalendar: false } => null,
        { Text: "day" } => 14,
        { Text: "week" } => 91,
        { Text: "year" } => 1096,
        _ => 366,
    };
}
