using System.Globalization;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>How the bound of a bucket is spelt in the label <c>le</c>: client libraries differ.</summary>
internal static class BucketBounds
{
    private const decimal FirstWithExponent = 1_000_000;
    private const decimal FirstWithoutExponent = 0.0001m;

    /// <summary>Matches every spelling of a bound.</summary>
    public static LabelMatcher Matcher(decimal bound)
    {
        string[] spellings = [.. Spellings(bound)];
        return spellings.Length == 1
            ? new LabelMatcher("le", MatchOperator.Equal, spellings[0])
            : new LabelMatcher("le", MatchOperator.RegexMatch, string.Join('|', spellings.Select(Escape)));
    }

    private static IEnumerable<string> Spellings(decimal bound)
    {
        var plain = ExactDecimal.Format(bound);
        yield return plain;
        if (bound == decimal.Truncate(bound))
        {
            yield return plain + ".0";
        }

        if (bound >= FirstWithExponent || bound < FirstWithoutExponent)
        {
            yield return ((double)bound).ToString("0.################e+00", CultureInfo.InvariantCulture);
        }
    }

    private static string Escape(string spelling)
        => spelling.Replace(".", "\\.", StringComparison.Ordinal).Replace("+", "\\+", StringComparison.Ordinal);
}
