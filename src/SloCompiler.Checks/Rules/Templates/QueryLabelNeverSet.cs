using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.Templates.References;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>A template reads a label of the result of a query that no series of that query has.</summary>
public sealed class QueryLabelNeverSet : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO554", "query-label-never-set", Severity.Warning,
        "A template reads a label of the result of a query that no series of that query has.",
        "It is replaced by nothing: the text has a hole.",
        "Keep the label in the query, or do not read it.");

    /// <inheritdoc />
    public override string Documentation => """
        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: '{{ with query "sum(up)" }}{{ . | first | label "instance" }}{{ end }}' # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: '{{ with query "sum by (instance) (up)" }}{{ . | first | label "instance" }}{{ end }}'
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        foreach (var template in scope.Templates)
        {
            foreach (var query in template.References.Queries.Where(q => !q.Labels.IsEmpty))
            {
                Inspect(query, template, scope);
            }
        }
    }

    private void Inspect(TemplateQuery query, RuleTemplate template, RuleScope scope)
    {
        if (query.Parsed is not { IsValid: true, Expr: { } expr })
        {
            return;
        }

        var live = LabelFlow.Of(expr, scope.Project.Meaning).Root.Branches.Where(b => !b.IsDead).ToList();
        foreach (var label in query.Labels.Where(l => !l.IsTested))
        {
            if (live.Count > 0 && live.All(b => b.Labels.Of(label.Name).IsImpossible))
            {
                var reason = live[0].Labels.Of(label.Name).Reason;
                scope.Report(new Diagnostic(Descriptor, template.Map(label.NameSpan), $"No series of the query has the label `{label.Name}`: {reason.Text}.")
                {
                    Related = [new RelatedLocation(template.Map(query.Map(reason.Span)), "This decides it.")],
                });
            }
        }
    }
}
