using System.Globalization;
using System.Text;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Series;

/// <summary>The notation for series in unit tests of rules.</summary>
public static class SeriesNotation
{
    /// <summary>Reads a series with its values: <c>up{job="a"} 1+0x10</c>. Never throws for any text.</summary>
    public static SeriesResult Parse(string text) => Read(text, withLabels: true);

    /// <summary>Reads values alone, as the field <c>values</c> of a unit test has them. Never throws for any text.</summary>
    public static SeriesResult ParseValues(string text) => Read(text, withLabels: false);

    /// <summary>Writes a series so that it reads back as the same one.</summary>
    public static string Print(SeriesDescription series)
    {
        var text = new StringBuilder();
        if (series.MetricName is not null || !series.Labels.IsEmpty)
        {
            text.Append(series.MetricName);
            if (!series.Labels.IsEmpty)
            {
                text.Append('{').AppendJoin(", ", series.Labels.Select(Print)).Append('}');
            }

            text.Append(series.Values.IsEmpty ? "" : " ");
        }

        return text.AppendJoin(' ', series.Values.Select(Print)).ToString();
    }

    /// <summary>Writes one word of a series.</summary>
    public static string Print(SeriesValues values) => values switch
    {
        SeriesGap gap => "_" + Times(gap.Times),
        SeriesStale => "stale",
        SeriesNumbers numbers => Number(numbers.Start) + Step(numbers.Step) + Times(numbers.Times),
        SeriesHistograms histograms => Print(histograms.Start)
            + (histograms.Step is { } step ? (histograms.IsDecrease ? "-" : "+") + Print(step) : "")
            + Times(histograms.Times),
        _ => throw new ArgumentOutOfRangeException(nameof(values)),
    };

    private static SeriesResult Read(string text, bool withLabels)
    {
        if (text.Length > PromQlLimits.MaxLength)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"the series has {text.Length} characters; slo reads up to {PromQlLimits.MaxLength}");
            return new SeriesResult(null, [new PromQlError(new TextSpan(0, text.Length), message) { Descriptor = PromQlDiagnostics.TooLarge }]);
        }

        return new SeriesParser(text).Parse(withLabels);
    }

    private static string Print(SeriesLabel label)
    {
        var name = PromQlNames.IsPlainLabelName(label.Name) ? label.Name : PromQlStrings.Quote(label.Name);
        return $"{name}={PromQlStrings.Quote(label.Value)}";
    }

    private static string Print(HistogramLiteral histogram) => $"{{{{{string.Join(' ', histogram.Fields.Select(Print))}}}}}";

    private static string Print(HistogramField field) => field switch
    {
        HistogramNumber number => $"{field.Name}:{Number(number.Value)}",
        HistogramList list => $"{field.Name}:[{string.Join(' ', list.Values.Select(Number))}]",
        HistogramWord word => $"{field.Name}:{word.Value}",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string Number(double value) => PromQlNumberFormat.Format(value);

    private static string Step(double? step)
    {
        if (step is not { } value)
        {
            return "";
        }

        var text = Number(value);
        return text[0] is '-' or '+' ? text : "+" + text;
    }

    private static string Times(ulong? times) => times is { } value ? string.Create(CultureInfo.InvariantCulture, $"x{value}") : "";
}
