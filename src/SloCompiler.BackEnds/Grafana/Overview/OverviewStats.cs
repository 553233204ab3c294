using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>How many SLOs are in which state.</summary>
internal static class OverviewStats
{
    /// <summary>Builds the panels.</summary>
    public static ImmutableArray<Panel> Build() =>
    [
        Stat("count", "SLOs", "SLOs that the running rules know.", OverviewQueries.Count, Threshold.Neutral),
        Stat("exhausted", "Budget exhausted", "SLOs that have spent all of their error budget.", OverviewQueries.Exhausted, Threshold.AnyIs(Colours.Page)),
        Stat("burning", "Burning now", "SLOs that spent budget faster than they may in the last hour (burn rate above 1).", OverviewQueries.Burning, Threshold.AnyIs(Colours.Ticket)),
        Stat("firing", "SLOs with alerts firing", "SLOs with an alert that fires.", OverviewQueries.WithFiringAlerts, Threshold.AnyIs(Colours.Page)),
        Stat("no-data", "SLOs without data", "SLOs without an event in the last hour: no traffic, or metrics that have vanished.", OverviewQueries.WithoutData, Threshold.AnyIs(Colours.NoData)),
    ];

    private static StatPanel Stat(string slot, string title, string description, PromQlExpr query, ImmutableArray<Threshold> thresholds) => new()
    {
        Slot = $"overview/{slot}",
        Title = title,
        Description = description,
        Targets = [new Target(query, title, TargetKind.Instant)],
        Fields = new FieldOptions { Unit = "none", Decimals = 0, IsColouredByThreshold = true, Thresholds = thresholds },
    };
}
