using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The single numbers of an SLO.</summary>
internal static class SloStats
{
    /// <summary>Builds the panels that the SLO has values for.</summary>
    public static ImmutableArray<Panel> Build(SloBoard board)
    {
        var stats = ImmutableArray.CreateBuilder<Panel>();
        stats.AddRange(Objective(board), Sli(board), BudgetLeft(board), BurnRate(board), TimeToExhaustion(board));
        foreach (var isPage in (bool[])[true, false])
        {
            var severities = board.Slo.Tiers.Where(t => t.IsPage == isPage).Select(t => t.Severity).Distinct().ToImmutableArray();
            if (severities is [var severity])
            {
                stats.Add(Alert(board, isPage ? "page" : "ticket", severity));
            }
        }

        if (board.CountsEvents)
        {
            stats.Add(BadEventsLeft(board));
        }

        return stats.ToImmutable();
    }

    private static StatPanel Objective(SloBoard board) => Stat(
        board,
        "objective",
        "Objective",
        $"Share of events that must be good ({DashboardText.Plain(board.Slo.ObjectiveText)}), as the running rules have it.",
        board.Queries.Objective,
        Share(NumberText.PercentDecimals(board.Slo.Objective)) with { IsColouredByThreshold = true });

    private static StatPanel Sli(SloBoard board) => Stat(
        board,
        "sli",
        $"SLI over {board.WindowInWords}",
        $"Share of events that were good over {board.WindowInWords}{(board.Slo.Window.IsCalendar ? " so far; orange below the objective, which is missed only when no budget is left" : "")}.{board.WorstGroup}",
        board.Queries.WorstSli,
        Share(board.SliDecimals) with
        {
            IsColouredByThreshold = true,
            Thresholds = [new(null, board.Slo.Window.IsCalendar ? Colours.Orange : Colours.Red), new(board.Slo.Objective, Colours.Green)],
        });

    private static StatPanel BudgetLeft(SloBoard board) => Stat(
        board,
        "budget-left",
        "Error budget left",
        $"100% is untouched, 0% is spent; below 0% the objective is missed.{board.WorstGroup}",
        board.Queries.WorstBudgetLeft,
        Share(1) with { IsColouredByThreshold = true, Thresholds = Threshold.Budget });

    private static StatPanel BurnRate(SloBoard board) => Stat(
        board,
        "burn-rate",
        "Burn rate, 1h",
        $"How fast the last hour spends the budget: 1 spends it in exactly {board.WindowInWords}.{board.WorstGroup}",
        board.Queries.WorstBurnRate,
        new FieldOptions
        {
            Unit = "none",
            Decimals = 2,
            IsColouredByThreshold = true,
            Thresholds = Threshold.BurnRate(SlowestPageFactor(board.Slo)),
        });

    private static StatPanel TimeToExhaustion(SloBoard board)
    {
        var window = board.Slo.Window.Length.Seconds;
        return Stat(
            board,
            "time-to-exhaustion",
            "Time to exhaustion",
            $"When the budget is gone if the burn rate of the last hour stays; looks ahead {board.Slo.Window.Length}.{board.WorstGroup}",
            board.Queries.TimeToExhaustion,
            new FieldOptions
            {
                Unit = "dtdhms",
                IsColouredByThreshold = true,
                Thresholds = [new(null, Colours.Red), new(window / 10, Colours.Orange), new(window / 3, Colours.Green)],
                Texts = [new(0, "spent", Colours.Red), new(window, $"over {board.Slo.Window.Length}", Colours.Green)],
            });
    }

    private static StatPanel Alert(SloBoard board, string name, string severity) => Stat(
        board,
        $"{name}-alert",
        $"{char.ToUpperInvariant(name[0])}{name[1..]} alert",
        $"FIRING while an alert of severity {DashboardText.Plain(severity)} fires for this SLO.",
        board.Queries.IsFiring((SeriesNames.SeverityLabel, severity)),
        new FieldOptions
        {
            Unit = "none",
            IsColouredByThreshold = true,
            Thresholds = Threshold.AnyIs(Colours.Red),
            Texts = ValueText.AlertStates,
        }) with
    {
        Links = board.RunbookLinks(name),
    };

    private static StatPanel BadEventsLeft(SloBoard board) => Stat(
        board,
        "bad-events-left",
        "Bad events left",
        $"Bad events that the budget still allows, at the traffic of the last {board.Slo.Window.Length}.{board.WorstGroup}",
        board.Queries.BadEventsLeft,
        new FieldOptions
        {
            Unit = "short",
            IsColouredByThreshold = true,
            Thresholds = [new(null, Colours.Red), new(0, Colours.Text)],
        });

    private static decimal? SlowestPageFactor(SloPlan slo)
        => slo.Tiers.Where(t => t.IsPage).Select(t => (decimal?)t.BurnRate).Min();

    private static FieldOptions Share(int decimals) => new() { Unit = "percentunit", Decimals = decimals };

    private static StatPanel Stat(
        SloBoard board, string slot, string title, string description, PromQlExpr query, FieldOptions fields) => new()
        {
            Slot = board.Slot(slot),
            Title = title,
            Description = description,
            Targets = [new Target(query, title, TargetKind.Instant)],
            Fields = fields,
        };
}
