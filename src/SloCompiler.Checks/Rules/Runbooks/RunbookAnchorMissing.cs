using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Runbooks;

/// <summary>An anchor that the runbook's page does not have.</summary>
public sealed class RunbookAnchorMissing : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO701", "runbook-anchor-missing", Severity.Error,
        "An alert or panel names an anchor that no heading of the runbook has; only a warning where nobody is woken with it.",
        "The link opens the page at its top, and the right part has to be searched under pressure.",
        "Name the anchor of a heading: its text in lower case with dashes for spaces.");

    private const int MostListed = 12;

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: RunbookExamples.With("edge#logins", Page),
        good: RunbookExamples.With("edge#login-fails", Page));

    private static ExampleFile Page { get; } = new("runbooks/edge.md", "# Edge\n\n## Login fails\n");

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        if (scope.Project.Specs.Config.RunbookFiles is not { Value: var pattern })
        {
            return;
        }

        foreach (var reference in RunbookReference.AllOf(scope.Project.Specs))
        {
            var path = reference.PathBy(pattern);
            if (reference.Anchor is { } anchor && scope.Project.Files.ReadText(path) is { } markdown)
            {
                Inspect(reference, anchor, path, MarkdownAnchors.Of(markdown), scope);
            }
        }
    }

    private void Inspect(RunbookReference reference, string anchor, string path, IReadOnlyList<string> anchors, ProjectScope scope)
    {
        if (anchors.Contains(anchor, StringComparer.Ordinal))
        {
            return;
        }

        var nearest = Suggestions.Nearest(anchor, anchors);
        scope.Report(new Diagnostic(Descriptor, reference.Runbook.Span, $"No heading of {path} has the anchor \"{anchor}\".")
        {
            Severity = reference.IsPage ? Severity.Error : Severity.Warning,
            Help = nearest is not null ? $"Did you mean #{nearest}?" : anchors.Count is 0 or > MostListed ? Descriptor.Help : $"Its anchors are {string.Join(", ", anchors.Select(a => "#" + a))}.",
        });
    }
}
