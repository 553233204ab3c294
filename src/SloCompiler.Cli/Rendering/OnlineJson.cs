using System.Text.Json;
using SloCompiler.Online;

namespace SloCompiler.Cli.Rendering;

/// <summary>What a server says, for programs: the key <c>online</c> of the findings.</summary>
internal static class OnlineJson
{
    /// <summary>Writes the key and its object.</summary>
    public static void Write(Utf8JsonWriter json, OnlineReport report)
    {
        json.WriteStartObject("online");
        json.WriteString("server", report.Server);
        json.WriteStartArray("slos");
        foreach (var slo in report.Slos)
        {
            Write(json, slo);
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            json.WriteStartObject();
            json.WriteString("name", rule.Name);
            json.WriteString("of", rule.Owner);
            json.WriteNumber("samples", rule.Samples);
            json.WriteNumber("series", rule.Series);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SloNow slo)
    {
        json.WriteStartObject();
        json.WriteString("service", slo.Service);
        json.WriteString("slo", slo.Slo);
        json.WriteNumber("objective", slo.Objective);
        json.WriteString("window", slo.Window);
        WriteNumber(json, "lastHour", slo.LastHour);
        WriteNumber(json, "inWindow", slo.InWindow);
        WriteNumber(json, "budgetLeft", slo.BudgetLeft);
        json.WriteString("source", slo.Source.ToString().ToLowerInvariant());
        json.WriteNumber("groups", slo.Groups);
        json.WriteStartArray("alerts");
        foreach (var alert in slo.Alerts)
        {
            json.WriteStringValue(alert);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
