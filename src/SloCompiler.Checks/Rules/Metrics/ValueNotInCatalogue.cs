using System.Buffers;
using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A matcher on a value that the label never has.</summary>
public sealed class ValueNotInCatalogue : SelectorLint
{
    private static readonly SearchValues<char> RegexSyntax = SearchValues.Create("\\.+*?()[]{}^");

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO312", "value-not-in-catalogue", Severity.Warning,
        "A matcher asks for a value that the label never has, as the metric's catalogue says.",
        "The matcher selects nothing, so the indicator misses what it was written for.",
        "Correct the value, or add it to the label in the metric's *.metrics.yaml file.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: MetricExamples.Events("http_requests_total{route=\"/logn\",code=~\"5..\"}", "http_requests_total"),
        good: MetricExamples.Events("http_requests_total{route=\"/login\",code=~\"5..\"}", "http_requests_total"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        if (use.Metric?.Labels is not { } labels)
        {
            return;
        }

        foreach (var matcher in use.Selector.Matchers)
        {
            var known = labels.FirstOrDefault(l => l.Name == matcher.Name)?.Values ?? [];
            foreach (var value in AskedFor(matcher).Where(v => !known.IsEmpty && !known.Contains(v, StringComparer.Ordinal)))
            {
                scope.Report(Finding(scope, use, use.Metric, matcher, value, known));
            }
        }
    }

    // Of regular expressions, only lists of plain words are understood. A dollar sign is a variable of a dashboard.
    private static ImmutableArray<string> AskedFor(LabelMatcher matcher) => matcher.Operator switch
    {
        _ when matcher.Value.Contains('$', StringComparison.Ordinal) || matcher.Value.Length == 0 => [],
        MatchOperator.Equal => [matcher.Value],
        MatchOperator.RegexMatch when matcher.Value.AsSpan().IndexOfAny(RegexSyntax) < 0 => [.. matcher.Value.Split('|')],
        MatchOperator.RegexMatch or MatchOperator.NotEqual or MatchOperator.RegexNoMatch => [],
        _ => throw new ArgumentOutOfRangeException(nameof(matcher)),
    };

    private Diagnostic Finding(NodeScope scope, SelectorUse use, Metric metric, LabelMatcher matcher, string value, ImmutableArray<string> known)
    {
        var nearest = Suggestions.Nearest(value, known);
        return new Diagnostic(
            Descriptor,
            scope.Expression.Map(matcher.Span),
            $"The label \"{matcher.Name}\" of \"{metric.Name}\" is never \"{value}\".")
        {
            Help = nearest is null ? $"Its values are {string.Join(", ", known)}." : $"Did you mean \"{nearest}\"? Its values are {string.Join(", ", known)}.",
            Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
        };
    }
}
