using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Reports;

/// <summary>A report as files.</summary>
/// <param name="Files">The pages, and the data where something was measured, by ordinal order of their paths; none where a template is broken.</param>
/// <param name="Diagnostics">What is wrong with templates.</param>
public sealed record ReportPages(ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Diagnostics);
