using System.Collections.Frozen;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Rules.Windows;

/// <summary>What the rules about windows share: lengths that are certain, and which functions need what.</summary>
internal static class RangeFacts
{
    // Each of them compares samples, and returns nothing for a series with one.
    private static readonly FrozenSet<string> NeedTwoSamples = FrozenSet.Create(
        StringComparer.Ordinal,
        "rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear", "holt_winters", "double_exponential_smoothing");

    // Of one sample, each of them returns the sample itself, or 0.
    private static readonly FrozenSet<string> NeedSeveralSamples = FrozenSet.Create(
        StringComparer.Ordinal,
        "avg_over_time", "min_over_time", "max_over_time", "sum_over_time", "quantile_over_time", "stddev_over_time", "stdvar_over_time",
        "mad_over_time", "changes", "resets");

    /// <summary>Whether a function returns nothing for a series with one sample.</summary>
    public static bool NeedsTwoSamples(string function) => NeedTwoSamples.Contains(function);

    /// <summary>Whether a function has nothing to do with one sample.</summary>
    public static bool NeedsSeveralSamples(string function) => NeedSeveralSamples.Contains(function);

    /// <summary>A length as written; null where it is computed.</summary>
    public static PrometheusDuration? Of(PromQlDuration? duration) => duration switch
    {
        DurationLiteral literal => new PrometheusDuration((long)Math.Round(literal.Seconds * 1000)),
        DurationNegation { Operand: var operand } when Of(operand) is { } length => new PrometheusDuration(-length.Milliseconds),
        DurationParen { Inner: var inner } => Of(inner),
        _ => null,
    };

    /// <summary>
    /// How often a metric is scraped, as its catalogue or else the project says; null where neither does, and for records, which no
    /// one scrapes.
    /// </summary>
    public static PrometheusDuration? ScrapeInterval(VectorSelector selector, LintScope scope)
    {
        if (selector.MetricName is not { } name || name.Contains(':', StringComparison.Ordinal) || !scope.Project.Meaning.Records.Find(name).IsEmpty)
        {
            return null;
        }

        return scope.Project.Specs.Catalogue.FindBySeries(name)?.ScrapeInterval ?? scope.Project.Specs.Config.WrittenScrapeInterval;
    }

    /// <summary>The range selectors of an expression whose function is one of some.</summary>
    public static IEnumerable<(CallExpr Call, MatrixSelector Matrix)> Ranges(PromQlExpr expr, Func<string, bool> isFunction)
    {
        foreach (var call in PromQlWalker.DescendantsAndSelf(expr).OfType<CallExpr>())
        {
            if (isFunction(call.Function) && call.Arguments.OfType<MatrixSelector>().FirstOrDefault() is { } matrix)
            {
                yield return (call, matrix);
            }
        }
    }
}
