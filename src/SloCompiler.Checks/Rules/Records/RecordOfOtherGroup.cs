using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Records;

/// <summary>A record that is computed from a record of another group.</summary>
public sealed class RecordOfOtherGroup : RuleFileLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO606", "record-of-other-group", Severity.Info,
        "A recording rule reads a series that another group of the file records.",
        "Groups run at times of their own, so the value read is up to one interval old, and grows older with every group in between.",
        "Put both rules into one group, the read one first, if the delay matters.");

    /// <inheritdoc />
    public override string Documentation => """
        Alerts are not looked at, nor ranges, subqueries and what is behind an offset.

        ```yaml bad
        groups:
        - name: errors
          rules:
          - record: job:errors:rate5m
            expr: sum by (job) (rate(errors_total[5m]))
        - name: totals
          rules:
          - record: errors:rate5m
            expr: sum(job:errors:rate5m) # <-
        ```

        ```yaml good
        groups:
        - name: errors
          rules:
          - record: job:errors:rate5m
            expr: sum by (job) (rate(errors_total[5m]))
          - record: errors:rate5m
            expr: sum(job:errors:rate5m)
        ```

        """;

    /// <inheritdoc />
    public override void Check(RuleFileScope scope)
    {
        var homes = scope.File.Groups
            .SelectMany(g => g.Rules.OfType<RecordingRule>().Select(r => (Group: g, Rule: r)))
            .ToLookup(h => h.Rule.Name.Value, StringComparer.Ordinal);
        foreach (var group in scope.File.Groups)
        {
            foreach (var rule in group.Rules.OfType<RecordingRule>())
            {
                Inspect(rule, group, homes, scope);
            }
        }
    }

    private void Inspect(RecordingRule rule, RuleGroup group, ILookup<string, (RuleGroup Group, RecordingRule Rule)> homes, RuleFileScope scope)
    {
        foreach (var selector in InstantReads.Of(rule))
        {
            var found = homes[selector.MetricName ?? ""];
            if (found.Any() && found.All(h => !ReferenceEquals(h.Group, group)))
            {
                var (home, record) = found.First();
                scope.Report(new Diagnostic(Descriptor, rule.Expr.Map(selector.Span), $"`{selector.MetricName}` is recorded by the group `{home.Name?.Value}`, and may be one interval old.")
                {
                    Related = [new RelatedLocation(record.Name.Span, "It is recorded here.")],
                }, rule, group);
            }
        }
    }
}
