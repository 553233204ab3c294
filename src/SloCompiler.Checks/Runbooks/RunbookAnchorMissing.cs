using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Runbooks;

/// <summary>An anchor that the runbook's page does not have.</summary>
public sealed class RunbookAnchorMissing : Check
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO701", "runbook-anchor-missing", Severity.Error,
        "An alert or panel names an anchor that no heading of the runbook has; only a warning where nobody is woken with it.",
        "The link opens the page at its top, and the right part has to be searched under pressure.",
        "Name the anchor of a heading: its text in lower case with dashes for spaces.");

    private const int MostListed = 12;

    /// <inheritdoc />
    public override CheckExample Bad => RunbookExamples.With("edge#logins", Page);

    /// <inheritdoc />
    public override CheckExample Good => RunbookExamples.With("edge#login-fails", Page);

    private static ExampleFile Page { get; } = new("runbooks/edge.md", "# Edge\n\n## Login fails\n");

    /// <inheritdoc />
    public override void Run(CheckContext context)
    {
        if (context.Specs.Config.RunbookFiles is not { Value: var pattern })
        {
            return;
        }

        foreach (var reference in RunbookReference.AllOf(context.Specs))
        {
            var path = reference.PathBy(pattern);
            if (reference.Anchor is { } anchor && context.Files.ReadText(path) is { } markdown)
            {
                Inspect(reference, anchor, path, MarkdownAnchors.Of(markdown), context);
            }
        }
    }

    private void Inspect(RunbookReference reference, string anchor, string path, IReadOnlyList<string> anchors, CheckContext context)
    {
        if (anchors.Contains(anchor, StringComparer.Ordinal))
        {
            return;
        }

        var nearest = Suggestions.Nearest(anchor, anchors);
        context.Diagnostics.Report(new Diagnostic(Descriptor, reference.Runbook.Span, $"No heading of {path} has the anchor \"{anchor}\".")
        {
            Severity = reference.IsPage ? Severity.Error : Severity.Warning,
            Help = nearest is not null ? $"Did you mean #{nearest}?" : anchors.Count is 0 or > MostListed ? Descriptor.Help : $"Its anchors are {string.Join(", ", anchors.Select(a => "#" + a))}.",
        });
    }
}
