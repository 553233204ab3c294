using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>What the panels of one SLO have in common.</summary>
internal sealed class SloBoard(ServicePlan service, SloPlan slo, ProjectFacts facts)
{
    /// <summary>The SLO.</summary>
    public SloPlan Slo => slo;

    /// <summary>Its service.</summary>
    public ServicePlan Service => service;

    /// <summary>Its queries.</summary>
    public SloQueries Queries { get; } = new(slo);

    /// <summary>Whether it counts requests or the like, rather than time.</summary>
    public bool CountsEvents => slo.HasBaseRates && slo.Signal is CounterSignal or HistogramSignal or RatioSignal { Total: not null };

    /// <summary>"30d", "the calendar month".</summary>
    public string WindowInWords => slo.Window.IsCalendar ? $"the calendar {slo.Window.Text}" : slo.Window.Text;

    /// <summary>Digits after the point at which a change of the budget's size can be seen.</summary>
    public int SliDecimals => NumberText.PercentDecimals(slo.Objective) + 2;

    /// <summary>Added to descriptions of single numbers.</summary>
    public string WorstGroup => slo.By.IsEmpty ? "" : $" The worst group of all by {string.Join(", ", slo.By)}.";

    /// <summary>Links to its runbooks for some purposes; for all where none is named.</summary>
    public ImmutableArray<Link> RunbookLinks(params ImmutableArray<string> purposes) => Links.Runbooks(slo.Runbooks, purposes);

    /// <summary>Where its alerts are silenced; null where no Alertmanager is known.</summary>
    public string? SilenceUrl => facts.AlertmanagerUrl is { } url && LinkUrl.Safe(url) is { } safe ? AlertmanagerLink.Silence(safe, slo.Service, slo.Name) : null;

    /// <summary>Where its raw series are; null where no Grafana is known, or the indicator has none of its own.</summary>
    public string? ExploreUrl => facts.GrafanaUrl is { } url && LinkUrl.Safe(url) is { } safe ? ExploreLink.Of(safe, slo.Signal) : null;

    /// <summary>The name of a panel of this SLO for ever.</summary>
    public string Slot(string panel) => $"slo/{slo.Name}/{panel}";

    /// <summary>A legend with the group's labels.</summary>
    public string Legend(string name) => slo.By.IsEmpty ? name : $"{name} {string.Join(' ', slo.By.Select(l => "{{" + l + "}}"))}";
}
