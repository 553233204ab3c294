using System.Collections.Immutable;
using SloCompiler.Language.Project;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler;

/// <summary>Reads rule files, many at once; one that makes the reader throw is reported, and the others are still read.</summary>
internal sealed class RuleFileStage(ProjectConfig config, Workers workers)
{
    private readonly RuleFileOptions _options = new() { Dialect = config.Dialect, Prometheus = config.Prometheus, Workers = workers.Unobserved };

    /// <summary>The files that could be read, by ordinal order of their paths.</summary>
    public ImmutableArray<RuleFile> Read(ImmutableArray<SourceText> files, DiagnosticBag diagnostics)
    {
        var read = workers.Map(files.Sort((x, y) => string.CompareOrdinal(x.Path, y.Path)), ReadOne);
        return Found<RuleFile>.Collect(read, diagnostics);
    }

    private Found<RuleFile> ReadOne(SourceText source)
    {
        var findings = new DiagnosticBag();
        var file = new StageGuard(findings).Run("rule files", () => RuleFileReader.Read(source, _options, findings));
        return new Found<RuleFile>(file, findings);
    }
}
