using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The lines of an SLO: budget, burn rates and indicator. Constants are dashed lines with a name of their own.</summary>
internal static class SloCharts
{
    private const decimal SecondsPerDay = 86_400;
    private const int MostDays = 92;

    private static readonly PrometheusDuration Hour = PrometheusDuration.FromHours(1);

    /// <summary>The budget over time; for calendar windows also what even spending would leave.</summary>
    public static Panel BudgetLeft(SloBoard board)
    {
        const string even = "even spending";
        var left = new Target(board.Queries.BudgetLeft, board.Legend("budget left"), TargetKind.Range);
        return new TimeSeriesPanel
        {
            Slot = board.Slot("burn-down"),
            Title = $"Error budget, {LooksBack(board.Slo.Window)}",
            Description = board.Slo.Window.IsCalendar
                ? "What is left of the budget; red below 0, where the objective is missed. The dashed line spends evenly until the period ends."
                : $"What is left of the budget of the {board.WindowInWords} before each point; red below 0, where the objective is missed.",
            LooksBack = LooksBack(board.Slo.Window).ToString(),
            Targets = board.Slo.Window.IsCalendar ? [left, new Target(board.Queries.EvenSpending, even, TargetKind.Range)] : [left],
            ThresholdStyle = "area",
            SoftMin = 0,
            Fields = new FieldOptions
            {
                Unit = "percentunit",
                Decimals = 1,
                Max = 1,
                Thresholds = Threshold.BelowZero,
                Overrides = [.. OnlyLine(board, "budget left", Colours.Good), .. board.Slo.Window.IsCalendar ? (FieldOverride[])[FieldOverride.Dashed(even, Colours.NoData)] : []],
            },
        };
    }

    /// <summary>The share of good events against the objective.</summary>
    public static Panel Sli(SloBoard board)
    {
        var objective = $"objective {ExactDecimal.FormatPercent(board.Slo.Objective)}";
        PrometheusDuration[] windows = [.. ((PrometheusDuration[])[board.Slo.BaseWindow, Hour]).Distinct().Where(w => board.Slo.RatioWindows.Contains(w)).Order()];
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
                Overrides = [FieldOverride.Dashed(objective, Colours.Page), .. board.Slo.By.IsEmpty ? [.. windows.Select((w, i) => FieldOverride.Coloured(w.ToString(), Colours.Lines[i % Colours.Lines.Length]))] : (FieldOverride[])[]],
            },
        };
    }

    /// <summary>The window, as far as it can be drawn at once; of a calendar period also the end of the one before.</summary>
    private static PrometheusDuration LooksBack(PlannedWindow window)
    {
        var days = Math.Min((int)Math.Ceiling(window.Length.Seconds / SecondsPerDay) + (window.IsCalendar ? 2 : 0), MostDays);
        return PrometheusDuration.FromDays(days);
    }

    /// <summary>The colour of a line that has no groups beside it.</summary>
    private static FieldOverride[] OnlyLine(SloBoard board, string name, string colour)
        => board.Slo.By.IsEmpty ? [FieldOverride.Coloured(name, colour)] : [];

    /// <summary>A constant as a series, which the legend and the tooltip name.</summary>
    public static Target Constant(string name, decimal value)
        => new(Ql.Call("vector", Ql.Number(value)), name, TargetKind.Range);
}
