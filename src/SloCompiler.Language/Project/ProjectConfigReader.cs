using SloCompiler.Language.Metrics;
using SloCompiler.Language.Reading;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Project;

/// <summary>Reads <c>slo.yaml</c>.</summary>
public static class ProjectConfigReader
{
    /// <summary>The settings; defaults stand in for what is wrong, which is reported.</summary>
    public static ProjectConfig Read(SourceText file, DiagnosticBag diagnostics)
    {
        var context = new ReadContext(diagnostics, ProjectConfig.Default, MetricsCatalogue.Empty);
        return SingleDocument.Find(file, context) is { } root && ProjectFields.Type.TryRead(root, context, out var config)
            ? config
            : ProjectConfig.Default;
    }
}
