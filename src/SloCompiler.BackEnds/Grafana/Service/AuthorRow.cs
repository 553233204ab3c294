using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>A row that the author asked for.</summary>
internal static class AuthorRow
{
    private const int SmallWidth = 6;
    private const int StatHeight = 4;
    private const int GaugeHeight = 6;

    /// <summary>Builds the rows; equal titles are told apart by their order.</summary>
    public static IEnumerable<Row> BuildAll(ServicePlan service)
    {
        var slots = new SlotNames();
        foreach (var row in service.Rows)
        {
            var slot = slots.Next("rows", row.Title);
            yield return new Row(slot, DashboardText.Plain(row.Title), Panels(service, row, slot));
        }
    }

    private static ImmutableArray<PlacedPanel> Panels(ServicePlan service, PlannedRow row, string slot)
    {
        var slots = new SlotNames();
        var chartWidth = GridFlow.ChartWidth(row.Panels.Count(p => !IsSmall(p.Type)));
        return GridFlow.Place(
            row.Panels.Select(panel =>
            {
                var built = Build(service, panel, slots.Next(slot, panel.Title));
                return (built, IsSmall(panel.Type) ? SmallWidth : chartWidth, Height(panel.Type));
            }),
            0);
    }

    private static bool IsSmall(PlannedPanelType type) => type is PlannedPanelType.Stat or PlannedPanelType.Gauge;

    private static int Height(PlannedPanelType type) => type switch
    {
        PlannedPanelType.Stat => StatHeight,
        PlannedPanelType.Gauge => GaugeHeight,
        _ => GridFlow.ChartHeight,
    };

    private static Panel Build(ServicePlan service, PlannedPanel planned, string slot)
    {
        var title = DashboardText.Plain(planned.Title);
        var description = DashboardText.Plain(planned.Description ?? $"{planned.Title}, as asked for in {service.SpecPath}.");
        var panel = Empty(planned, slot, title, description);
        return panel with
        {
            Links = LinkUrl.Safe(planned.RunbookUrl) is { } url ? [Links.Runbook(planned.Title, url)] : [],
            Targets = planned.Type == PlannedPanelType.Text ? [] : [.. planned.Queries.Select(q => Target(q, planned.Type))],
            Fields = planned.Type == PlannedPanelType.Text ? null : Fields(planned),
        };
    }

    private static Panel Empty(PlannedPanel planned, string slot, string title, string description) => planned.Type switch
    {
        PlannedPanelType.TimeSeries => new TimeSeriesPanel
        {
            Slot = slot,
            Title = title,
            Description = description,
            ThresholdStyle = planned.Thresholds.IsEmpty ? null : "dashed",
        },
        PlannedPanelType.Stat => new StatPanel { Slot = slot, Title = title, Description = description },
        PlannedPanelType.Table => new TablePanel { Slot = slot, Title = title, Description = description },
        PlannedPanelType.Gauge => new GaugePanel { Slot = slot, Title = title, Description = description },
        PlannedPanelType.BarGauge => new BarGaugePanel { Slot = slot, Title = title, Description = description },
        PlannedPanelType.Text => new TextPanel
        {
            Slot = slot,
            Title = title,
            Description = description,
            Markdown = planned.Content ?? "",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(planned)),
    };

    private static Target Target(PlannedQuery query, PlannedPanelType type) => new(query.Expr, query.Legend ?? "", type switch
    {
        PlannedPanelType.TimeSeries => TargetKind.Range,
        PlannedPanelType.Table => TargetKind.Table,
        _ => TargetKind.Instant,
    });

    private static FieldOptions Fields(PlannedPanel planned) => new()
    {
        Unit = planned.Unit,
        IsColouredByThreshold = planned.Type != PlannedPanelType.TimeSeries,
        Thresholds =
        [
            new Threshold(null, Base(planned)),
            .. planned.Thresholds.Select(t => new Threshold(t.Value, t.IsCritical ? Colours.Page : Colours.Ticket)),
        ],
    };

    private static string Base(PlannedPanel planned) => (planned.Thresholds.IsEmpty, planned.Type) switch
    {
        (true, PlannedPanelType.Gauge or PlannedPanelType.BarGauge) or (false, not PlannedPanelType.TimeSeries) => Colours.Good,
        (true, _) => Colours.Text,
        (false, PlannedPanelType.TimeSeries) => Colours.Transparent,
    };

    /// <summary>Numbers names that come more than once.</summary>
    private sealed class SlotNames
    {
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

        public string Next(string parent, string title)
        {
            var name = $"{parent}/{Uri.EscapeDataString(title)}";
            var count = _seen[name] = _seen.GetValueOrDefault(name) + 1;
            return count == 1 ? name : FormattableString.Invariant($"{name}#{count}");
        }
    }
}
