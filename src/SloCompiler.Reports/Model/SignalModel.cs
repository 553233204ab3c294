using SloCompiler.Explaining;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Reports.Model;

/// <summary>The series behind an indicator, as the author named them.</summary>
internal static class SignalModel
{
    private const int Width = 88;

    /// <summary>The parts with their names.</summary>
    public static List<object?> Of(Signal signal) => [.. PartsOf(signal).Select(p => (object?)Part(p.Name, p.Query))];

    /// <summary>An expression for a page.</summary>
    public static string Print(PromQlExpr expr) => PromQlPrinter.PrintPretty(expr, Width);

    private static IEnumerable<(string Name, string Query)> PartsOf(Signal signal) => signal switch
    {
        CounterSignal counter => Counters(counter),
        HistogramSignal histogram =>
        [
            (histogram.IsNative ? "native histogram" : "histogram", Print(histogram.Histogram)),
            ("threshold, in the unit of the histogram", HumanNumbers.Exact(histogram.Threshold)),
        ],
        ProbeSignal probe => [("gauge of 0 and 1", Print(probe.Gauge))],
        SliceSignal slices => [($"condition of a good slice of {slices.Slice}", Print(slices.Good))],
        AgeSignal age => [("timestamp", Print(age.Timestamp)), ("oldest", HumanNumbers.Time(age.LimitSeconds)), ("slice", age.Slice.ToString())],
        RatioSignal ratio => Ratio(ratio),
        CompositeSignal composite => composite.Parts.Select(p => ($"weight {HumanNumbers.Exact(p.Weight)}", $"{p.Service}/{p.Slo}")),
        _ => [],
    };

    private static IEnumerable<(string Name, string Query)> Counters(CounterSignal counter)
    {
        if (counter.Bad is { } bad)
        {
            yield return ("bad events", Print(bad));
        }

        if (counter.Good is { } good)
        {
            yield return ("good events", Print(good));
        }

        yield return ("all events", Print(counter.Total));
    }

    private static IEnumerable<(string Name, string Query)> Ratio(RatioSignal ratio)
    {
        yield return ("error ratio", Print(ratio.Error));
        if (ratio.Total is { } total)
        {
            yield return ("weighted by", Print(total));
        }
    }

    private static Dictionary<string, object?> Part(string name, string query) => new(StringComparer.Ordinal) { ["name"] = name, ["query"] = query };
}
