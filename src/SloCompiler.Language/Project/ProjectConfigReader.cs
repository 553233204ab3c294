using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Project;

/// <summary>Reads <c>slo.yaml</c>.</summary>
public static class ProjectConfigReader
{
    /// <summary>The settings; defaults stand in for what is wrong, which is reported.</summary>
    public static ProjectConfig Read(SourceText file, DiagnosticBag diagnostics)
        => throw new NotSupportedException($"{file.Path}{diagnostics.HasErrors}");
}
