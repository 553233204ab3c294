using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Runbooks;

/// <summary>A runbook without its file.</summary>
public sealed class RunbookFileMissing : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO700", "runbook-file-missing", Severity.Error,
        "An alert or panel names a runbook whose file does not exist; only a warning where nobody is woken with it.",
        "Somebody who is woken by a page follows its link and finds nothing.",
        "Write it, starting with slo runbook new, or correct the name.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: RunbookExamples.With("availability", new ExampleFile("runbooks/latency.md", "# Latency\n")),
        good: RunbookExamples.With("availability", new ExampleFile("runbooks/availability.md", "# Availability\n")));

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        if (scope.Project.Specs.Config.RunbookFiles is not { Value: var pattern })
        {
            return;
        }

        var references = RunbookReference.AllOf(scope.Project.Specs).ToArray();
        var written = references.Where(r => scope.Project.Files.ReadText(r.PathBy(pattern)) is not null).Select(r => r.Name).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var reference in references)
        {
            var path = reference.PathBy(pattern);
            if (scope.Project.Files.ReadText(path) is null)
            {
                var nearest = Suggestions.Nearest(reference.Name, written);
                scope.Report(new Diagnostic(Descriptor, reference.Runbook.Span, $"The runbook \"{reference.Name}\" should be the file {path}, which does not exist.")
                {
                    Severity = reference.IsPage ? Severity.Error : Severity.Warning,
                    Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}? Otherwise write it, starting with slo runbook new.",
                });
            }
        }
    }
}
