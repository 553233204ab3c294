using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Dashboards;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The groups that have least budget left, where every value of a label has a budget of its own.</summary>
internal static class GroupTable
{
    private const int Shown = 20;

    /// <summary>Builds the panel; null where the SLO has no groups.</summary>
    public static Panel? Build(SloBoard board)
    {
        var by = board.Slo.By;
        if (by.IsEmpty)
        {
            return null;
        }

        var worst = board.Queries.WorstGroups(Shown);
        ImmutableArray<PromQlExpr> others = [board.Queries.BurnRateOfGroups, board.Queries.SliOfGroups, .. board.CountsEvents ? (PromQlExpr[])[board.Queries.Bad] : []];
        ImmutableArray<PromQlExpr> queries =
        [
            StateQueries.Join(worst, StateQueries.IdLabel, "/", by),
            .. others.Select(q => Ql.Aggregate("max", StateQueries.Join(Ql.Binary(BinaryOperator.And, q, worst), StateQueries.IdLabel, "/", by), StateQueries.IdLabel)),
        ];
        return new TablePanel
        {
            Slot = board.Slot("groups"),
            Title = $"Least budget left by {string.Join(", ", by)}",
            Description = $"The {Shown} groups with the least budget left. A click on a group shows it alone on this dashboard.",
            Targets = [.. queries.Select(q => new Target(q, "", TargetKind.Table))],
            JoinedBy = StateQueries.IdLabel,
            Excluded = [StateQueries.IdLabel, "Time", .. Enumerable.Range(1, queries.Length).Select(i => FormattableString.Invariant($"Time {i}"))],
            Order = [.. by, "Value #A", "Value #B", "Value #C", "Value #D"],
            SortedBy = StateColumns.BudgetLeft,
            Fields = new FieldOptions
            {
                Unit = "none",
                IsColouredByThreshold = true,
                Overrides =
                [
                    .. by.Select(l => new FieldOverride(l, [Columns.Links(("Show this group alone", Alone(board, l), false))])),
                    new("Value #A", [Columns.Name(StateColumns.BudgetLeft), Columns.Unit("percentunit"), Columns.Decimals(1), Columns.Filled(), Columns.Colour(Threshold.BudgetCell)]),
                    new("Value #B", [Columns.Name("Burn rate, 1h"), Columns.Decimals(2)]),
                    new("Value #C", [Columns.Name("SLI in window"), Columns.Unit("percentunit"), Columns.Decimals(board.SliDecimals)]),
                    .. board.CountsEvents ? (FieldOverride[])[new("Value #D", [Columns.Name("Bad events"), Columns.Unit("eps")])] : [],
                ],
            },
        };
    }

    private static string Alone(SloBoard board, string label)
        => $"/d/{DashboardUid.ForService(board.Service.Service)}?var-{DashboardVariable.ForLabel(label)}=${{__data.fields.{label}:percentencode}}"
            + $"&${{{DashboardVariable.DataSource}:queryparam}}&${{__url_time_range}}";
}
