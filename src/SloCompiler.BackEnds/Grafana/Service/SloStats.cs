using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The numbers of an SLO: how much budget and how many bad events are left, with the decimals that its objective asks for.</summary>
internal static class SloStats
{
    private const string Sli = "SLI";
    private const string BudgetLeft = "budget left";
    private const string Bad = "bad events";
    private const string StillAllowed = "still allowed";

    /// <summary>Builds the panel.</summary>
    public static Panel Build(SloBoard board)
    {
        ImmutableArray<(string Name, PromQlExpr Query)> numbers =
        [
            (BudgetLeft, board.Queries.WorstBudgetLeft),
            (Sli, board.Queries.WorstSli),
            .. board.CountsEvents ? ((string, PromQlExpr)[])[(Bad, board.Queries.BadEvents), (StillAllowed, board.Queries.BadEventsLeft)] : [],
        ];
        return new StatPanel
        {
            Slot = board.Slot("numbers"),
            Title = "Budget",
            Description = "Budget left: 100% is untouched, 0% is spent; below 0% the objective is missed. "
                + $"SLI: share of good events over {board.WindowInWords}{(board.Slo.Window.IsCalendar ? " so far" : "")}."
                + (board.CountsEvents ? " Bad events so far, and how many more the budget allows, at the traffic of the window." : "")
                + board.WorstGroup,
            HasNames = true,
            Targets = [.. numbers.Select(n => new Target(n.Query, n.Name, TargetKind.Instant))],
            Fields = new FieldOptions
            {
                Unit = "percentunit",
                Decimals = 1,
                IsColouredByThreshold = true,
                Thresholds = Threshold.Budget,
                Overrides = [SliLook(board), .. board.CountsEvents ? Counts() : []],
            },
        };
    }

    private static FieldOverride SliLook(SloBoard board)
    {
        // Below the objective before a calendar period ends, nothing is lost yet.
        var below = board.Slo.Window.IsCalendar ? Colours.Ticket : Colours.Page;
        return new FieldOverride(
            Sli,
            [Columns.Decimals(board.SliDecimals), Columns.Colour([new Threshold(null, below), new Threshold(board.Slo.Objective, Colours.Text)])]);
    }

    private static IEnumerable<FieldOverride> Counts() =>
    [
        new(Bad, [Columns.Unit("short"), Columns.Decimals(0), Columns.Colour(Threshold.Neutral)]),
        new(StillAllowed, [Columns.Unit("short"), Columns.Decimals(0), Columns.Colour([new Threshold(null, Colours.Page), new Threshold(0, Colours.Text)])]),
    ];
}
