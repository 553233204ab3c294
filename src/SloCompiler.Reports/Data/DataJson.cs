using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SloCompiler.Prometheus.Answers;
using SloCompiler.Reports.Measuring;
using SloCompiler.Reports.Model;
using static SloCompiler.Reports.Data.DataWords;

namespace SloCompiler.Reports.Data;

/// <summary>Everything that was measured, as JSON.</summary>
internal static class DataJson
{
    /// <summary>The document.</summary>
    public static string Write(ImmutableArray<SloModel> slos, Measurements measurements)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("server", measurements.Server);
            json.WriteString("to", Time(measurements.To));
            json.WriteStartArray("slos");
            foreach (var slo in slos)
            {
                Write(json, slo);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, SloModel model)
    {
        json.WriteStartObject();
        json.WriteString("service", model.Slo.Service);
        json.WriteString("slo", model.Slo.Name);
        json.WriteString("title", model.Slo.Title);
        json.WriteString("owner", model.Slo.Owner);
        json.WriteNumber("objective", model.Slo.Objective);
        json.WriteString("window", model.Slo.Window.Text);
        if (model.Measured is { } measured)
        {
            json.WriteString("from", Time(measured.From));
            json.WriteString("to", Time(measured.To));
            json.WriteString("state", State(measured.State));
            json.WriteString("problem", measured.Problem);
            json.WriteStartArray("budgets");
            foreach (var budget in measured.Budgets)
            {
                Write(json, budget);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BudgetMeasurement budget)
    {
        json.WriteStartObject();
        json.WriteStartObject("labels");
        foreach (var label in budget.Labels)
        {
            json.WriteString(label.Name, label.Value);
        }

        json.WriteEndObject();
        json.WriteString("state", State(budget.State));
        Write(json, "attainment", budget.Attainment);
        Write(json, "budget_left", budget.Left);
        Write(json, "bad_minutes", budget.BadMinutes);
        json.WriteStartObject("burn_rates");
        foreach (var burn in budget.Burns)
        {
            Write(json, burn.Window.ToString(), burn.BurnRate);
        }

        json.WriteEndObject();
        Write(json, "budget_left_over_time", budget.LeftOverTime);
        Write(json, "burn_rate_over_time", budget.BurnOverTime);
        json.WriteStartArray("calendar");
        foreach (var period in budget.Periods)
        {
            json.WriteStartObject();
            json.WriteString("period", period.Name);
            json.WriteString("from", Time(period.From));
            json.WriteString("to", Time(period.To));
            json.WriteBoolean("whole", period.IsWhole);
            Write(json, "attainment", period.Attainment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Point> points)
    {
        json.WriteStartArray(name);
        foreach (var point in points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Time.ToUnixTimeSeconds());
            json.WriteNumberValue(Round(point.Value) ?? 0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (Round(value) is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
