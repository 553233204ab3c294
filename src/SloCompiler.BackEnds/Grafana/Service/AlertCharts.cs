using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The states of alerts over time, in words.</summary>
internal static class AlertCharts
{
    /// <summary>The alerts of an SLO; null where it has none.</summary>
    public static Panel? ForSlo(SloBoard board)
    {
        ImmutableArray<Target> targets =
        [
            .. board.Slo.Tiers.Select(t => Tier(board, t)),
            .. board.Alerts.Where(a => a.Kind == AlertKind.NoData).Take(1).Select(a => NoData(board, a)),
        ];
        return targets.IsEmpty ? null : Timeline(board.Slot("alerts"), "Alerts", targets) with { Links = board.RunbookLinks() };
    }

    /// <summary>The alerts of a service that are not about an SLO; null where it has none.</summary>
    public static Panel? ForService(ServicePlan service)
    {
        var alerts = service.Groups.SelectMany(g => g.Rules).OfType<AlertingRule>().Where(a => a.Kind == AlertKind.Threshold);
        ImmutableArray<Target> targets =
            [.. alerts.DistinctBy(a => a.Alert).Select(a => new Target(Firing(service, a), DashboardText.Plain(a.Alert), TargetKind.Range))];
        return targets.IsEmpty ? null : Timeline("alerts/threshold", "Threshold alerts", targets);
    }

    private static StateTimelinePanel Timeline(string slot, string title, ImmutableArray<Target> targets) => new()
    {
        Slot = slot,
        Title = title,
        Description = "FIRING while the alert fires, OK while it does not, nothing while its rules are not running.",
        Targets = targets,
        Fields = new FieldOptions
        {
            Unit = "none",
            IsColouredByThreshold = true,
            Thresholds = Threshold.AnyIs(Colours.Red),
            Texts = ValueText.AlertStates,
        },
    };

    private static Target Tier(SloBoard board, BurnTier tier) => new(
        board.Slo.By.IsEmpty ? board.Queries.IsFiring(Labels(tier)) : board.Queries.IsFiringByGroup(Labels(tier)),
        board.Legend(DashboardText.Plain($"{tier.Severity} {tier.Name}")),
        TargetKind.Range);

    private static ImmutableArray<(string, string)> Labels(BurnTier tier)
        => [(SeriesNames.SeverityLabel, tier.Severity), (SeriesNames.TierLabel, tier.Name)];

    private static Target NoData(SloBoard board, AlertingRule alert)
        => new(board.Queries.IsFiring((AlertSeries.AlertName, alert.Alert)), "no data", TargetKind.Range);

    private static BinaryExpr Firing(ServicePlan service, AlertingRule alert)
    {
        var selector = Ql.Series(
            AlertSeries.Name,
            [
                (AlertSeries.AlertName, alert.Alert),
                (AlertSeries.State, AlertSeries.Firing),
                .. alert.Labels.Where(l => l.Name == SeriesNames.ServiceLabel).Select(l => (l.Name, l.Value)),
            ]);
        var known = Ql.Series(SeriesNames.Info, (SeriesNames.ServiceLabel, service.Service));
        return Ql.Binary(
            BinaryOperator.Or,
            Ql.Aggregate("max", selector),
            Ql.Binary(BinaryOperator.Multiply, Ql.Number(0), Ql.Aggregate("max", known)));
    }
}
