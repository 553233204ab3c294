using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The lines of an SLO: budget, burn rates and indicator. Constants are dashed lines with a name of their own.</summary>
internal static class SloCharts
{
    private static readonly PrometheusDuration Hour = PrometheusDuration.FromHours(1);

    /// <summary>The budget over time; for calendar windows also what even spending would leave.</summary>
    public static Panel BudgetLeft(SloBoard board)
    {
        const string even = "even spending";
        var left = new Target(board.Queries.BudgetLeft, board.Legend("budget left"), TargetKind.Range);
        return new TimeSeriesPanel
        {
            Slot = board.Slot("burn-down"),
            Title = "Error budget over time",
            Description = board.Slo.Window.IsCalendar
                ? "What is left of the budget; red below 0, where the objective is missed. The dashed line spends evenly until the period ends."
                : $"What is left of the budget of the {board.WindowInWords} before each point; red below 0, where the objective is missed.",
            Links = board.RunbookLinks("page", "ticket"),
            Targets = board.Slo.Window.IsCalendar ? [left, new Target(board.Queries.EvenSpending, even, TargetKind.Range)] : [left],
            ThresholdStyle = "area",
            SoftMin = 0,
            Fields = new FieldOptions
            {
                Unit = "percentunit",
                Decimals = 1,
                Max = 1,
                Thresholds = Threshold.BelowZero,
                Overrides = board.Slo.Window.IsCalendar ? [FieldOverride.Dashed(even, Colours.Blue)] : [],
            },
        };
    }

    /// <summary>The share of good events against the objective.</summary>
    public static Panel Sli(SloBoard board)
    {
        var objective = $"objective {ExactDecimal.FormatPercent(board.Slo.Objective)}";
        var windows = ((PrometheusDuration[])[board.Slo.BaseWindow, Hour]).Distinct().Where(w => board.Slo.RatioWindows.Contains(w)).Order();
        return new TimeSeriesPanel
        {
            Slot = board.Slot("sli-over-time"),
            Title = "SLI",
            Description = "Share of good events in short windows, against the dashed objective.",
            Targets =
            [
                .. windows.Select(w => new Target(board.Queries.Sli(w), board.Legend(w.ToString()), TargetKind.Range)),
                Constant(objective, board.Slo.Objective),
            ],
            SoftMin = Math.Max(0, 1 - (2 * board.Slo.ErrorBudget)),
            Fields = new FieldOptions
            {
                Unit = "percentunit",
                Decimals = board.SliDecimals,
                Max = 1,
                Overrides = [FieldOverride.Dashed(objective, Colours.Red)],
            },
        };
    }

    /// <summary>A constant as a series, which the legend and the tooltip name.</summary>
    public static Target Constant(string name, decimal value)
        => new(Ql.Call("vector", Ql.Number(value)), name, TargetKind.Range);
}
