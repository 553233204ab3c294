using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Runbooks;

/// <summary>A runbook without its file.</summary>
public sealed class RunbookFileMissing : Check
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO700", "runbook-file-missing", Severity.Error,
        "An alert or panel names a runbook whose file does not exist; only a warning where nobody is woken with it.",
        "Somebody who is woken by a page follows its link and finds nothing.",
        "Write it, starting with slo runbook new, or correct the name.");

    /// <inheritdoc />
    public override CheckExample Bad => RunbookExamples.With("availability", new ExampleFile("runbooks/latency.md", "# Latency\n"));

    /// <inheritdoc />
    public override CheckExample Good => RunbookExamples.With("availability", new ExampleFile("runbooks/availability.md", "# Availability\n"));

    /// <inheritdoc />
    public override void Run(CheckContext context)
    {
        if (context.Specs.Config.RunbookFiles is not { Value: var pattern })
        {
            return;
        }

        var references = RunbookReference.AllOf(context.Specs).ToArray();
        var written = references.Where(r => context.Files.ReadText(r.PathBy(pattern)) is not null).Select(r => r.Name).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var reference in references)
        {
            var path = reference.PathBy(pattern);
            if (context.Files.ReadText(path) is null)
            {
                var nearest = Suggestions.Nearest(reference.Name, written);
                context.Diagnostics.Report(new Diagnostic(Descriptor, reference.Runbook.Span, $"The runbook \"{reference.Name}\" should be the file {path}, which does not exist.")
                {
                    Severity = reference.IsPage ? Severity.Error : Severity.Warning,
                    Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}? Otherwise write it, starting with slo runbook new.",
                });
            }
        }
    }
}
