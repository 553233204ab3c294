using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Names;

/// <summary>A record whose name starts with other labels than its series have.</summary>
public sealed class RecordLevelDiffers : RecordLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO603", "record-level-differs", Severity.Info,
        "The name of a record starts with a label that its series do not have, or leaves out one that they are grouped by.",
        "The first part of the name tells by which labels the series can be selected and summed.",
        "Start the name with the labels that the expression keeps, as in job_instance:errors:rate5m.");

    /// <inheritdoc />
    public override string Documentation => """
        Looked at are names of three parts of expressions whose labels are all known: behind `sum by (…)`, for example. A label with a
        single value, one that the rule sets, and `cluster` may be left out. A first part that names none of the labels, and no usual one such as
        `job` or `instance`, is taken for something else.

        ```yaml bad
        - record: job:errors:rate5m # <-
          expr: sum by (instance) (rate(errors_total[5m]))
        ```

        ```yaml good
        - record: job_instance:errors:rate5m
          expr: sum by (instance, job) (rate(errors_total[5m]))
        ```

        """;

    /// <inheritdoc />
    public override void Check(RecordingRule record, RuleScope scope)
    {
        if (scope.Expression is not { } expression
            || RecordName.Parse(record.Name.Value) is not { } name
            || expression.Labels.Root is not { Branches: [{ IsDead: false, Labels: { IsOpen: false } labels }] })
        {
            return;
        }

        var set = scope.Group.LabelsOf(record).Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        string[] kept = [.. labels.Named.Where(p => p is { IsImpossible: false, Name: not LabelSet.MetricName } && !set.Contains(p.Name)).Select(p => p.Name)];
        var unnamed = kept.Where(k => k != "cluster" && labels.Of(k).Constant is null && !name.Names(k)).ToArray();
        var isLabel = kept.Any(name.Names) || set.Contains(name.Level);
        if (isLabel ? unnamed.Length > 0 : name.Level is "job" or "instance" or "pod" or "namespace" or "node")
        {
            scope.Report(Descriptor, record.Name.Span, kept.Length == 0
                ? $"The name says `{name.Level}`, and the series have no such label."
                : $"The name says `{name.Level}`, and the series are told apart by {string.Join(", ", unnamed.Length > 0 ? kept.Where(k => labels.Of(k).Constant is null) : kept)}.");
        }
    }
}
