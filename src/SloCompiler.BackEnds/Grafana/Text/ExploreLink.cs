using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Json;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Text;

/// <summary>Addresses in Grafana's Explore with the raw series behind an indicator: what has all labels, and is there when the rules are not.</summary>
internal static class ExploreLink
{
    private const string DataSource = "${" + DashboardVariable.DataSource + "}";

    private static readonly DurationVariable RateInterval = new("__rate_interval");

    /// <summary>The address; null for an indicator without series of its own.</summary>
    public static string? Of(string grafana, Signal signal)
    {
        var queries = Queries(signal);
        if (queries.IsEmpty)
        {
            return null;
        }

        var panes = new JsonObject
        {
            ["slo"] = new JsonObject
            {
                ["datasource"] = DataSource,
                ["queries"] = JsonText.Array(queries.Select((q, i) => (JsonNode)new JsonObject { ["refId"] = $"{(char)('A' + i)}", ["expr"] = PromQlPrinter.Print(q) })),
                ["range"] = new JsonObject { ["from"] = "now-6h", ["to"] = "now" },
            },
        };

        // The variable must stay readable for Grafana, which replaces it; those inside queries must not.
        return $"{grafana}/explore?schemaVersion=1&panes={Uri.EscapeDataString(JsonText.WriteLines(panes).ReplaceLineEndings("")).Replace(Uri.EscapeDataString(DataSource), DataSource, StringComparison.Ordinal)}";
    }

    private static ImmutableArray<PromQlExpr> Queries(Signal signal) => signal switch
    {
        CounterSignal counter => [.. Rates(counter.Bad ?? counter.Good), .. Rates(counter.Total)],
        HistogramSignal histogram => [Rate(histogram.IsNative ? histogram.Histogram : histogram.Histogram with { MetricName = histogram.Histogram.MetricName + "_bucket" })],
        ProbeSignal probe => [probe.Gauge],
        SliceSignal slice => [slice.Good],
        AgeSignal age => [Ql.Binary(BinaryOperator.Subtract, Ql.Call("time"), age.Timestamp)],
        RatioSignal or CompositeSignal => [],
        _ => throw new ArgumentOutOfRangeException(nameof(signal)),
    };

    private static IEnumerable<PromQlExpr> Rates(PromQlExpr? counters)
        => counters is null ? [] : PromQlWalker.Selectors(counters).Select(Rate);

    private static CallExpr Rate(VectorSelector series) => Ql.Call("rate", new MatrixSelector(series, RateInterval));
}
