using System.Collections.Immutable;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Metrics;

/// <summary>Reads metrics catalogues (<c>metrics/v1</c>).</summary>
public static class MetricsCatalogueReader
{
    /// <summary>All files of a project as one catalogue; metrics that are described twice are reported.</summary>
    public static MetricsCatalogue Read(ImmutableArray<SourceText> files, DiagnosticBag diagnostics)
        => throw new NotSupportedException($"{files.Length}{diagnostics.HasErrors}");
}
