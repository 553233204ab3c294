using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The burn alerts of all SLOs of a service: the factor that each fires above, and how fast budget burns in both of its windows.</summary>
internal static class BurnTable
{
    private const string ConditionLabel = "condition";

    /// <summary>An alert has no budget that could be exhausted.</summary>
    private static readonly ImmutableArray<ValueText> Words = [.. States.Words.Where(w => w.Value != States.Exhausted)];

    /// <summary>Builds the panel; null where no SLO has a burn alert.</summary>
    public static Panel? Build(ServicePlan service)
    {
        ImmutableArray<SharedTier> tiers = [.. SharedTier.Of(service)];
        if (tiers.IsEmpty)
        {
            return null;
        }

        ImmutableArray<PromQlExpr> queries =
        [
            WithId(tiers.Select(t => Ql.Call("label_replace", Named(t, t.Factor), new StringLiteral(ConditionLabel), new StringLiteral(Condition(t.Tier)), new StringLiteral(""), new StringLiteral("")))),
            ById(tiers.Select(t => Named(t, t.Burn(t.Tier.LongWindow)))),
            ById(tiers.Select(t => Named(t, t.Burn(t.Tier.ShortWindow)))),
            ById(tiers.Select(t => Named(t, t.State))),
        ];
        return new TablePanel
        {
            Slot = "now/burn",
            Title = "Burn alerts",
            Description = "An alert fires while both of its windows burn faster than its factor. Burning: one of them does. Most urgent first.",
            Targets = [.. queries.Select(q => new Target(q, "", TargetKind.Table))],
            JoinedBy = StateQueries.IdLabel,
            Excluded = [StateQueries.IdLabel, "Time", .. Enumerable.Range(1, queries.Length).Select(i => FormattableString.Invariant($"Time {i}"))],
            Order = ["Value #D", SeriesNames.SloLabel, StateQueries.AlertLabel, "Value #B", "Value #C", "Value #A", ConditionLabel],
            SortedBy = StateColumns.State,
            IsDescending = true,
            Fields = new FieldOptions
            {
                Unit = "none",
                IsColouredByThreshold = true,
                Overrides =
                [
                    new("Value #D", [Columns.Name(StateColumns.State), Columns.Width(105), Columns.Left(), Columns.Words(Words), Columns.Filled()]),
                    new(SeriesNames.SloLabel, [Columns.Name("SLO"), Columns.Width(150)]),
                    new(StateQueries.AlertLabel, [Columns.Name("Alert"), Columns.Width(90)]),
                    new("Value #B", [Columns.Name("Long burn"), Columns.Width(85), Columns.Decimals(2)]),
                    new("Value #C", [Columns.Name("Short burn"), Columns.Width(90), Columns.Decimals(2)]),
                    new("Value #A", [Columns.Name("Fires above"), Columns.Width(95)]),
                    new(ConditionLabel, [Columns.Name("Bad share above")]),
                ],
            },
        };
    }

    private static string Condition(BurnTier tier)
        => $"{ExactDecimal.FormatPercent(tier.Threshold)} in {tier.LongWindow} and {tier.ShortWindow}";

    private static CallExpr Named(SharedTier tier, PromQlExpr lines) => Ql.Call(
        "label_replace",
        lines,
        new StringLiteral(StateQueries.AlertLabel),
        new StringLiteral(DashboardText.Plain(tier.Name)),
        new StringLiteral(""),
        new StringLiteral(""));

    private static AggregateExpr ById(IEnumerable<PromQlExpr> lines) => Ql.Aggregate("max", WithId(lines), StateQueries.IdLabel);

    private static CallExpr WithId(IEnumerable<PromQlExpr> lines)
        => StateQueries.Join(StateQueries.AnyOf(lines), StateQueries.IdLabel, " ", SeriesNames.SloLabel, StateQueries.AlertLabel);
}
