using System.Collections.Immutable;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Reading;

/// <summary>What was read, and what is wrong with it. Services with errors are left out of the set.</summary>
public sealed record SpecReadResult(SpecSet Specs, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads spec files into the model: dialects, fields, references, identities.</summary>
public static class SpecReader
{
    /// <summary>Reads all spec files of a project together, so that identities and references are checked across files.</summary>
    public static SpecReadResult Read(ImmutableArray<SourceText> files, ProjectConfig config, MetricsCatalogue catalogue)
        => throw new NotSupportedException($"{files.Length}{config.Output}{catalogue.IsEmpty}");
}
