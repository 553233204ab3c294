using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Re2;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Versions;

/// <summary>Finds regular expressions that an older Prometheus cannot read, because the Go that it is built with cannot.</summary>
internal static class RegexReleases
{
    public static ImmutableArray<PromQlError> Check(PromQlExpr expr, PrometheusRelease release)
    {
        var dialect = Re2Dialect.Of(release);
        return dialect == Re2Dialect.Latest
            ? []
            : [.. PromQlWalker.Selectors(expr).SelectMany(s => s.Matchers).Where(IsRegex).SelectMany(m => Check(m, dialect, release))];
    }

    private static bool IsRegex(LabelMatcher matcher) => matcher.Operator is MatchOperator.RegexMatch or MatchOperator.RegexNoMatch;

    private static IEnumerable<PromQlError> Check(LabelMatcher matcher, Re2Dialect dialect, PrometheusRelease release)
    {
        if (Re2Syntax.Validate(matcher.Value, dialect) is not { } problem || Re2Syntax.Validate(matcher.Value) is not null)
        {
            yield break;
        }

        var message = $"this regular expression needs a newer Prometheus; Prometheus {release} says: error parsing regexp: {problem.Message}";
        yield return new PromQlError(matcher.ValueSpan, message) { Descriptor = PromQlDiagnostics.TooNew };
    }
}
