using SloCompiler.Language.Metrics;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Reading;

/// <summary>What reading one document needs: where findings go, the project's settings, and what is known of metrics.</summary>
internal sealed class ReadContext(DiagnosticBag diagnostics, ProjectConfig config, MetricsCatalogue catalogue)
{
    /// <summary>The findings of the document.</summary>
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The project's settings.</summary>
    public ProjectConfig Config { get; } = config;

    /// <summary>What is known of metrics.</summary>
    public MetricsCatalogue Catalogue { get; } = catalogue;

    /// <summary>Adds a finding.</summary>
    public void Report(Diagnostic diagnostic) => Diagnostics.Report(diagnostic);

    /// <summary>Adds a finding, with help and a fix for this case where they are known.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, string message, string? help = null, Fix? fix = null)
        => Report(new Diagnostic(descriptor, span, message) { Help = help ?? descriptor.Help, Fix = fix });
}
