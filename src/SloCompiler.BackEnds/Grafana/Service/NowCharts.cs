using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>Since when it has been so: the burn rates and the alerts of all SLOs of a service over time.</summary>
internal static class NowCharts
{
    /// <summary>The burn rates of the last hour, with the factors at which pages fire.</summary>
    public static Panel BurnRates(ServicePlan service, StateQueries queries)
    {
        const string even = "exactly on budget: 1";
        ImmutableArray<(string Name, decimal Value, string Colour)> factors =
        [
            (even, 1, Colours.NoData),
            .. service.Slos.SelectMany(s => s.Tiers).Where(t => t.IsPage).Select(t => t.BurnRate).Distinct().Order()
                .Select(f => ($"page factor {ExactDecimal.Format(f)}", f, Colours.Page)),
        ];
        return new TimeSeriesPanel
        {
            Slot = "now/burn-rates",
            Title = "Burn rate, 1h",
            Description = "How fast the last hour spent the budget of each SLO (1: exactly as fast as it may). Dashed: constants.",
            Targets =
            [
                new Target(queries.BurnRate, "{{" + SeriesNames.SloLabel + "}}", TargetKind.Range),
                .. factors.Select(f => SloCharts.Constant(f.Name, f.Value)),
            ],
            IsLogarithmic = true,
            Fields = new FieldOptions
            {
                Unit = "none",
                Decimals = 2,
                Min = 0,
                Overrides =
                [
                    .. service.Slos.Select((s, i) => FieldOverride.Coloured(s.Name, Colours.Lines[i % Colours.Lines.Length])),
                    .. factors.Select(f => FieldOverride.Dashed(f.Name, f.Colour)),
                ],
            },
        };
    }

    /// <summary>The alerts while they fire; null where the service has none.</summary>
    public static Panel? Alerts(ServicePlan service, StateQueries queries)
    {
        if (!service.Groups.SelectMany(g => g.Rules).OfType<AlertingRule>().Any())
        {
            return null;
        }

        ImmutableArray<string> by =
            [SeriesNames.SloLabel, AlertSeries.AlertName, SeriesNames.SeverityLabel, SeriesNames.TierLabel, .. service.Slos.SelectMany(s => s.By).Distinct()];
        return AlertTimeline(
            "now/alerts",
            new Target(queries.FiringOverTime(by), string.Join(' ', by.Select(l => "{{" + l + "}}")), TargetKind.Range));
    }

    /// <summary>A bar for each alert while it fires.</summary>
    public static Panel AlertTimeline(string slot, Target target) => new StateTimelinePanel
    {
        Slot = slot,
        Title = "Alerts firing",
        Description = "A bar for each alert while it fires. Nothing is shown where none fires, or where the rules are not running.",
        Targets = [target],
        Fields = new FieldOptions
        {
            Unit = "none",
            IsColouredByThreshold = true,
            Thresholds = [new Threshold(null, Colours.Ticket), new Threshold(2, Colours.Page)],
            Texts = [new ValueText(1, "FIRING", Colours.Ticket), new ValueText(2, "PAGE", Colours.Page)],
            NoValue = "No alert fired, or the rules are not running",
        },
    };
}
