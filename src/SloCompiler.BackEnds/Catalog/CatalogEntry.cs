using System.Collections.Immutable;
using System.Text.Json;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Catalog;

/// <summary>Writes the entries of the catalogue.</summary>
internal static class CatalogEntry
{
    private const string RunbookAnnotation = "runbook_url";

    /// <summary>Writes one SLO.</summary>
    public static void Write(Utf8JsonWriter json, ServicePlan service, SloPlan slo)
    {
        json.WriteStartObject();
        json.WriteString("service", slo.Service);
        json.WriteString("slo", slo.Name);
        json.WriteString("title", slo.Title);
        WriteOptional(json, "description", slo.Description);
        WriteOptional(json, "owner", slo.Owner);
        WriteLabels(json, "labels", slo.Labels);
        WriteTexts(json, "by", slo.By);
        WriteObjective(json, slo);
        WriteIndicator(json, slo);
        WriteTiers(json, slo);
        var rules = service.RulesOf(slo).ToImmutableArray();
        WriteTexts(json, "series", rules.OfType<RecordingRule>().Select(r => r.Record).Distinct(StringComparer.Ordinal));
        json.WriteStartArray("alerts");
        foreach (var alert in rules.OfType<AlertingRule>())
        {
            json.WriteStartObject();
            WriteAlert(json, alert);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRunbooks(json, slo);
        json.WriteString("dashboard_uid", DashboardUid.ForService(slo.Service));
        json.WriteString("spec", service.SpecPath);
        json.WriteEndObject();
    }

    /// <summary>Writes the threshold alerts of all services.</summary>
    public static void WriteThresholdAlerts(Utf8JsonWriter json, ImmutableArray<ServicePlan> services)
    {
        json.WriteStartArray("threshold_alerts");
        foreach (var service in services)
        {
            foreach (var alert in service.Groups.SelectMany(g => g.Rules).OfType<AlertingRule>().Where(a => a.Kind == AlertKind.Threshold))
            {
                json.WriteStartObject();
                json.WriteString("service", service.Service);
                WriteAlert(json, alert);
                json.WriteString("spec", service.SpecPath);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteObjective(Utf8JsonWriter json, SloPlan slo)
    {
        WriteNumber(json, "objective", slo.Objective);
        json.WriteString("objective_text", slo.ObjectiveText);
        WriteNumber(json, "error_budget", slo.ErrorBudget);
        json.WriteStartObject("window");
        json.WriteString("text", slo.Window.Text);
        WriteNumber(json, "seconds", slo.Window.Length.Seconds);
        json.WriteBoolean("calendar", slo.Window.IsCalendar);
        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, SloPlan slo)
    {
        json.WriteStartObject("indicator");
        json.WriteString("kind", slo.IndicatorKind);
        json.WriteString("total", slo.TotalInWords);
        json.WriteString("bad", slo.BadInWords);
        if (slo.ThresholdSeconds is { } threshold)
        {
            WriteNumber(json, "threshold_seconds", threshold);
        }

        json.WriteEndObject();
    }

    private static void WriteTiers(Utf8JsonWriter json, SloPlan slo)
    {
        json.WriteStartArray("tiers");
        foreach (var tier in slo.Tiers)
        {
            json.WriteStartObject();
            json.WriteString("severity", tier.Severity);
            json.WriteString("tier", tier.Name);
            json.WriteBoolean("page", tier.IsPage);
            json.WriteString("long_window", tier.LongWindow.ToString());
            json.WriteString("short_window", tier.ShortWindow.ToString());
            WriteNumber(json, "burn_rate", tier.BurnRate);
            WriteNumber(json, "threshold", tier.Threshold);
            WriteNumber(json, "budget_share", tier.BudgetShare);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (slo.MinBadEvents is { } least)
        {
            WriteNumber(json, "min_bad_events", least);
        }
    }

    private static void WriteAlert(Utf8JsonWriter json, AlertingRule alert)
    {
        json.WriteString("alert", alert.Alert);
        WriteOptional(json, "severity", ValueOf(alert.Labels, SeriesNames.SeverityLabel));
        WriteOptional(json, "tier", ValueOf(alert.Labels, SeriesNames.TierLabel));
        WriteOptional(json, "for", alert.For?.ToString());
        WriteOptional(json, "runbook_url", ValueOf(alert.Annotations, RunbookAnnotation));
    }

    private static void WriteRunbooks(Utf8JsonWriter json, SloPlan slo)
    {
        json.WriteStartArray("runbooks");
        foreach (var runbook in slo.Runbooks)
        {
            json.WriteStartObject();
            json.WriteString("purpose", runbook.Purpose);
            json.WriteString("name", runbook.Name);
            WriteOptional(json, "url", runbook.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter json, string name, ImmutableArray<PlanLabel> labels)
    {
        json.WriteStartObject(name);
        foreach (var label in labels)
        {
            json.WriteString(label.Name, label.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes a decimal exactly, without the zeros at its end that arithmetic leaves.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, decimal value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(ExactDecimal.Format(value));
    }

    private static string? ValueOf(ImmutableArray<PlanLabel> labels, string name) => labels.FirstOrDefault(l => l.Name == name)?.Value;
}
