using System.Collections.Concurrent;
using System.Collections.Immutable;
using SloCompiler.Checks;
using SloCompiler.Checks.Engine;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Meaning;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;
using SloCompiler.Text.Yaml;

namespace SloCompiler;

/// <summary>Runs the lint rules over a project; one that throws is reported, and the others still run.</summary>
internal sealed class CheckRunner(IFileSystem files, ProjectLocation project, Workers workers) : IProjectFiles
{
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <summary>The findings of all rules.</summary>
    public ImmutableArray<Diagnostic> Run(SpecSet specs, ImmutableArray<RuleFile> ruleFiles)
    {
        var diagnostics = new DiagnosticBag();
        var lint = new LintProject
        {
            Specs = specs,
            RuleFiles = ruleFiles,
            Meaning = new MeaningContext(new CatalogueFacts(specs.Catalogue, specs.Config.ScrapeInterval), RecordIndex.Of(ruleFiles)),
            Files = this,
        };
        var guard = new StageGuard(diagnostics);
        var findings = LintRunner.Run(lint, RuleCatalog.All, workers, (rule, exception) => guard.Report($"rule {rule.Descriptor.Name}", exception));
        diagnostics.ReportAll(findings.Select(f => f.Diagnostic));
        return diagnostics.ToImmutable();
    }

    /// <inheritdoc />
    public string? ReadText(string path) => _texts.GetOrAdd(path, Load);

    private string? Load(string path)
    {
        if (PathText.LeadsOut(path))
        {
            return null;
        }

        var outcome = files.Read(project.ToAbsolute(path), YamlLimits.MaxFileSize);
        return outcome.Value is { } bytes ? SourceTextReader.Decode(path, bytes, new DiagnosticBag())?.Content : null;
    }
}
