using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Records;

/// <summary>Records that are computed from each other.</summary>
public sealed class RecordCycle : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO607", "record-cycle", Severity.Warning,
        "Recording rules are computed from each other in a circle.",
        "Each feeds on an old value of the other, so a wrong value never leaves, and if one is missing once, all stay missing.",
        "Compute one of them from scraped metrics.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported once for a circle, at its first rule. A rule that reads its own series, to keep the last value, is no circle.

        ```yaml bad
        - record: job:load:avg # <-
          expr: job:load:sum offset 1m / 10
        - record: job:load:sum
          expr: job:load:avg * 10
        ```

        ```yaml good
        - record: job:load:sum
          expr: sum by (job) (load)
        - record: job:load:avg
          expr: job:load:sum / 10
        ```

        """;

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        var records = scope.Project.RuleFiles.SelectMany(f => f.Rules).OfType<RecordingRule>().Where(r => r.Expr.Expr is not null)
            .ToLookup(r => r.Name.Value, StringComparer.Ordinal);
        var graph = records.ToDictionary(
            g => g.Key,
            g => g.SelectMany(Reads).Where(n => n != g.Key && records.Contains(n)).Distinct(StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
        foreach (var circle in Circles.Of(graph, records.Select(g => g.Key)))
        {
            var first = records[circle[0]].First();
            scope.Report(new Diagnostic(Descriptor, first.Name.Span, $"These are computed from each other: {string.Join(", ", circle.Select(n => $"`{n}`"))}.")
            {
                Related = [.. circle.Skip(1).Select(n => new RelatedLocation(records[n].First().Name.Span, $"`{n}` belongs to the circle."))],
            });
        }
    }

    private static IEnumerable<string> Reads(RecordingRule rule)
        => rule.Expr.Expr is { } expr ? PromQlWalker.Selectors(expr).Select(s => s.MetricName).OfType<string>() : [];
}
