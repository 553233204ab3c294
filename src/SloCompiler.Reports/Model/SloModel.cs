using System.Globalization;
using SloCompiler.Explaining;
using SloCompiler.Input;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.Reports.Charts;
using SloCompiler.Reports.Measuring;
using static SloCompiler.Explaining.HumanNumbers;

namespace SloCompiler.Reports.Model;

/// <summary>One SLO for templates: a row of the index, and the page.</summary>
/// <param name="Service">Its service.</param>
/// <param name="Slo">The SLO.</param>
/// <param name="EventsPerSecond">Rate of events; null where the spec does not name it.</param>
/// <param name="Findings">What the check found about it.</param>
internal sealed record SloModel(ServicePlan Service, SloPlan Slo, decimal? EventsPerSecond, IReadOnlyList<Text.Diagnostics.Diagnostic> Findings)
{
    /// <summary>What was measured; null for a report on the specs alone.</summary>
    public SloMeasurement? Measured { get; init; }

    /// <summary>Where the page is, seen from the index.</summary>
    public string Path => PathOf(Slo);

    /// <summary>Where the page of an SLO is, seen from the index.</summary>
    public static string PathOf(SloPlan slo) => $"slos/{slo.Service}/{slo.Name}.html";

    /// <summary>What the index and the page both show.</summary>
    public Dictionary<string, object?> Summary() => new(StringComparer.Ordinal)
    {
        ["service"] = Slo.Service,
        ["service_title"] = Words.Short(Service.Title),
        ["name"] = Slo.Name,
        ["id"] = $"{Slo.Service}/{Slo.Name}",
        ["title"] = Words.Short(Slo.Title),
        ["owner"] = Slo.Owner is { } owner ? Words.Short(owner) : null,
        ["url"] = Path,
        ["objective"] = Slo.ObjectiveText,
        ["objective_percent"] = Percent(Slo.Objective),
        ["window"] = Slo.Window.Text,
        ["window_words"] = Words.Window(Slo.Window),
        ["budget_percent"] = Percent(Slo.ErrorBudget),
        ["budget_time"] = Time(BurnMath.BudgetSeconds(Slo.ErrorBudget, Slo.Window.Length)),
        ["indicator"] = Slo.IndicatorKind,
        ["first_alert"] = TierModel.FirstAlert(Slo),
        ["findings_summary"] = Model.Findings.Summary(Findings),
        ["measured"] = Measured is null ? null : MeasuredModel.Summary(Measured, Slo),
    };

    /// <summary>All that the page shows.</summary>
    /// <param name="grafanaUrl">Base URL of Grafana; null where unknown.</param>
    /// <param name="project">Names the files.</param>
    public Dictionary<string, object?> Page(string? grafanaUrl, ProjectLocation project)
    {
        var explanation = SloExplanation.Of(Slo, Slo.MeasuredIn == MeasuredUnit.Events ? EventsPerSecond : null);
        var page = Summary();
        page["measured"] = Measured is null ? null : MeasuredModel.Page(Measured, Slo);
        page["promise"] = Words.Promise(Slo);
        page["allowance"] = Words.Allowance(Slo);
        page["description"] = Slo.Description;
        page["service_description"] = Service.Description;
        page["bad_words"] = Slo.BadInWords;
        page["total_words"] = Slo.TotalInWords;
        page["budget_minutes"] = (explanation.BudgetSeconds / 60).ToString("#,0.##", CultureInfo.InvariantCulture);
        page["budget_events"] = explanation.BudgetEvents is { } bad ? Count(decimal.Floor(bad)) : null;
        page["total_events"] = explanation.TotalEvents is { } total ? Count(total) : null;
        page["by"] = Slo.By.Cast<object?>().ToList();
        page["min_bad_events"] = Slo.MinBadEvents is { } least ? Exact(least) : null;
        page["signal"] = SignalModel.Of(Slo.Signal);
        page["rules"] = Service.RulesOf(Slo).Select(Rule).ToList();
        page["rule_count"] = Words.Plural(Service.RulesOf(Slo).Count(), "rule");
        page["tiers"] = TierModel.Of(explanation);
        page["counts_events"] = Slo.MeasuredIn == MeasuredUnit.Events;
        page["adjustments"] = Slo.Adjustments.Select(Adjustment).ToList();
        page["charts"] = Charts();
        page["runbooks"] = Slo.Runbooks.Select(Runbook).ToList();
        page["dashboard_url"] = grafanaUrl is null ? null : Link($"{grafanaUrl}/d/{DashboardUid.ForService(Slo.Service)}");
        page["labels"] = Slo.Labels.Select(l => (object?)Pair(l.Name, l.Value)).ToList();
        page["source"] = string.Create(CultureInfo.InvariantCulture, $"{Slo.Origin.Source.Path}:{Slo.Origin.Start.Line}");
        page["lines"] = SourceLines.Of(Slo.Origin, Findings, project);
        page["findings"] = Model.Findings.ToModel(Findings, project);
        return page;
    }

    /// <summary>A URL that a page may link to; null for any other than http and https.</summary>
    public static string? Link(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? url : null;

    private Dictionary<string, object?>? Charts()
    {
        if (!Slo.Tiers.Any(t => t.Threshold < 1))
        {
            return null;
        }

        var charts = new TierCharts(Slo);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["detection"] = TierModel.Of(charts.Detection()),
            ["spent"] = TierModel.Of(charts.Spent()),
            ["reset"] = TierModel.Of(charts.Reset()),
        };
    }

    private static object? Rule(PlannedRule rule) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["kind"] = rule is AlertingRule ? "alert" : "record",
        ["name"] = rule switch { AlertingRule alert => alert.Alert, RecordingRule record => record.Record, _ => "" },
        ["detail"] = rule is AlertingRule burn ? string.Join(' ', burn.Labels.Where(l => l.Name is SeriesNames.SeverityLabel or SeriesNames.TierLabel).Select(l => l.Value)) : null,
        ["query"] = SignalModel.Print(rule.Expr),
    };

    private static object? Adjustment(TierAdjustment adjustment) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["original"] = adjustment.Original,
        ["explanation"] = adjustment.Explanation,
        ["is_dropped"] = adjustment.IsDropped,
    };

    private static object? Runbook(RunbookLink runbook) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["purpose"] = runbook.Purpose == "no_data" ? "no data" : runbook.Purpose,
        ["name"] = Words.Short(runbook.Name),
        ["url"] = Link(runbook.Url),
    };

    private static Dictionary<string, object?> Pair(string name, string value) => new(StringComparer.Ordinal) { ["name"] = name, ["value"] = value };
}
