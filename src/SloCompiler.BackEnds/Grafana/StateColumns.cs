using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>
/// A table with one line for each SLO: its state in words first, then how bad it is, how long the budget lasts, which alert fires since
/// when, and what to do.
/// </summary>
internal static class StateColumns
{
    /// <summary>Title of the column that says how it stands.</summary>
    public const string State = "State";

    /// <summary>Title of the column of the budget.</summary>
    public const string BudgetLeft = "Budget left";

    private static readonly ImmutableArray<string> Values = ["Value #B", "Value #C", "Value #D", "Value #E", "Value #F", "Value #G", "Value #H"];

    /// <summary>Builds the panel.</summary>
    /// <param name="table">The panel with what is its own.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="names">Labels that say which SLO it is, with what their columns look like.</param>
    /// <param name="facts">Labels that come last.</param>
    /// <param name="sliDecimals">Digits after the point that the strictest objective needs.</param>
    /// <param name="silence">Where alerts of a line are silenced; null where that is unknown.</param>
    public static TablePanel Build(
        TablePanel table, StateQueries queries, ImmutableArray<FieldOverride> names, ImmutableArray<FieldOverride> facts, int sliDecimals, string? silence)
    {
        ImmutableArray<string> labels = [.. names.Append(Runbook).Concat(facts).Select(o => o.FieldName).Where(l => l != queries.Key)];
        ImmutableArray<PromQlExpr> expressions =
        [
            queries.Info(labels), queries.State, queries.BudgetLeft, queries.BurnRate, queries.TimeToExhaustion,
            queries.Sli, queries.FiringSince, queries.Alert,
        ];
        return table with
        {
            Targets = [.. expressions.Select(q => new Target(q, "", TargetKind.Table))],
            JoinedBy = queries.Key,
            Excluded =
            [
                .. Enumerable.Range(1, expressions.Length).Select(i => FormattableString.Invariant($"Time {i}")).Prepend("Time"),
                "Value #A", Values[^1],
                .. queries.Key == StateQueries.IdLabel ? (string[])[StateQueries.IdLabel] : [],
            ],
            Order =
            [
                Values[0], .. names.Select(n => n.FieldName), Values[1], Values[2], Values[3], StateQueries.AlertLabel, Values[5],
                InfoLabels.RunbookUrl, Values[4],
                .. facts.Select(f => f.FieldName),
            ],
            Fields = new FieldOptions
            {
                Unit = "none",
                IsColouredByThreshold = true,
                Overrides = [.. names, .. Numbers(sliDecimals), AlertColumn(silence), Runbook, .. facts],
            },
        };
    }

    /// <summary>The objective as written, and its window.</summary>
    public static ImmutableArray<FieldOverride> Promise { get; } =
    [
        new(InfoLabels.Objective, [Columns.Name("Objective"), Columns.Width(175)]),
        new(InfoLabels.Window, [Columns.Name("Window"), Columns.Width(80)]),
    ];

    /// <summary>The runbook, by its name.</summary>
    private static FieldOverride Runbook { get; } = new(
        InfoLabels.RunbookUrl,
        [Columns.Name("Runbook"), Columns.Width(160), Columns.LastSegmentOrNone(), Columns.Links(("Open the runbook", "${__value.raw}", true))]);

    private static IEnumerable<FieldOverride> Numbers(int sliDecimals) =>
    [
        new(Values[0], [Columns.Name(State), Columns.Width(105), Columns.Left(), Columns.Words(States.Words), Columns.Filled()]),
        new(
            Values[1],
            [Columns.Name(BudgetLeft), Columns.Width(100), Columns.Unit("percentunit"), Columns.Decimals(1), Columns.Filled(), Columns.Colour(Threshold.BudgetCell)]),
        new(Values[2], [Columns.Name("Burn rate, 1h"), Columns.Width(110), Columns.Decimals(2)]),
        new(Values[3], [Columns.Name("Budget lasts"), Columns.Width(130), Columns.Unit("dtdhms"), Columns.Words(States.ExhaustionWords)]),
        new(Values[4], [Columns.Name("SLI in window"), Columns.Width(115), Columns.Unit("percentunit"), Columns.Decimals(sliDecimals)]),
        new(Values[5], [Columns.Name("Fires since"), Columns.Width(130), Columns.Unit("dateTimeFromNow"), Columns.NoneIfEmpty()]),
    ];

    private static FieldOverride AlertColumn(string? silence)
    {
        ImmutableArray<FieldProperty> look = [Columns.Name("Alert"), Columns.Width(210), Columns.NoneIfEmpty()];
        return new FieldOverride(StateQueries.AlertLabel, silence is null ? look : [.. look, Columns.Links(("Silence its alerts", silence, true))]);
    }
}
