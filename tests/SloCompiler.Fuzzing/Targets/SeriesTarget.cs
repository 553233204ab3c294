using SloCompiler.PromQL.Series;
using SloCompiler.Text;

namespace SloCompiler.Fuzzing.Targets;

/// <summary>Reads the series of a unit test.</summary>
internal static class SeriesTarget
{
    /// <summary>Throws where a law does not hold.</summary>
    public static void Check(string text)
    {
        Check(text, SeriesNotation.Parse(text), SeriesNotation.Parse);
        Check(text, SeriesNotation.ParseValues(text), SeriesNotation.ParseValues);
    }

    private static void Check(string text, SeriesResult result, Func<string, SeriesResult> parse)
    {
        BrokenLaw.Unless(result.Errors.All(e => IsWithin(e.Span, text)), "errors are within the series");
        BrokenLaw.Unless(result.Series is not null == result.IsValid, "a series or an error");
        if (result.Series is { } series)
        {
            BrokenLaw.Unless(series.Values.All(v => IsWithin(v.Span, text)), "values are within the series");
            var printed = SeriesNotation.Print(series);
            BrokenLaw.Unless(parse(printed).Series is { } again && SeriesNotation.Print(again) == printed, "what is printed reads back");
        }
    }

    private static bool IsWithin(TextSpan span, string text) => span.Start >= 0 && span.Length >= 0 && span.End <= text.Length;
}
