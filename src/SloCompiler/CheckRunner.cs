using System.Collections.Concurrent;
using System.Collections.Immutable;
using SloCompiler.Checks;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Settings;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Plan;
using SloCompiler.PromQL.Meaning;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler;

/// <summary>Runs the lint rules over a project; one that throws is reported, and the others still run.</summary>
internal sealed class CheckRunner(IFileSystem files, ProjectLocation project, LintSettings settings, Workers workers) : IProjectFiles
{
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <summary>The findings of all rules, as the settings want them.</summary>
    /// <param name="specs">The specs.</param>
    /// <param name="ruleFiles">The rule files.</param>
    /// <param name="dashboards">The dashboards.</param>
    /// <param name="plan">What the specs compile to; null where an error kept it from being built.</param>
    /// <param name="wanted">Rules that run; none for all.</param>
    public ImmutableArray<Diagnostic> Run(SpecSet specs, ImmutableArray<RuleFile> ruleFiles, ImmutableArray<GrafanaDashboard> dashboards, CompilationPlan? plan, ImmutableArray<DiagnosticDescriptor> wanted)
    {
        var diagnostics = new DiagnosticBag();
        var lint = ProjectOf(specs, ruleFiles, dashboards, plan);
        var guard = new StageGuard(diagnostics);
        var rules = wanted.IsEmpty ? RuleCatalog.All : [.. RuleCatalog.All.Where(r => wanted.Contains(r.Descriptor))];
        var findings = LintRunner.Run(lint, rules, workers, (rule, exception) => guard.Report($"rule {rule.Descriptor.Name}", exception));
        diagnostics.ReportAll(findings.Select(f => settings.Apply(f.Diagnostic, f.Subject)).OfType<Diagnostic>());
        return diagnostics.ToImmutable();
    }

    /// <summary>Everything that is checked together.</summary>
    public LintProject ProjectOf(SpecSet specs, ImmutableArray<RuleFile> ruleFiles, ImmutableArray<GrafanaDashboard> dashboards, CompilationPlan? plan) => new()
    {
        Specs = specs,
        RuleFiles = ruleFiles,
        Dashboards = dashboards,
        Meaning = MeaningOf(specs, ruleFiles, plan),
        Settings = settings,
        Files = this,
    };

    /// <inheritdoc />
    public string? ReadText(string path) => _texts.GetOrAdd(path, Load);

    /// <summary>What is known of metrics and of recorded series.</summary>
    public static MeaningContext MeaningOf(SpecSet specs, ImmutableArray<RuleFile> ruleFiles, CompilationPlan? plan)
    {
        var compiled = (plan?.Services ?? []).SelectMany(s => s.Groups).SelectMany(g => g.Rules).OfType<Plan.Rules.RecordingRule>()
            .Select(r => new RecordedSeries(r.Record, r.Expr, [.. r.Labels.Select(l => new RecordedLabel(l.Name, l.Value))]));
        return new MeaningContext(new CatalogueFacts(specs.Catalogue, specs.Config.ScrapeInterval), RecordIndex.Of(ruleFiles, compiled))
        {
            ExternalLabels = [.. specs.Config.ExternalLabels.Select(l => l.Name)],
        };
    }

    private string? Load(string path)
    {
        if (!new ProjectBoundary(files, project.Root).Holds(path))
        {
            return null;
        }

        var outcome = files.Read(project.ToAbsolute(path), YamlLimits.MaxFileSize);
        return outcome.Value is { } bytes ? SourceTextReader.Decode(path, bytes, new DiagnosticBag())?.Content : null;
    }
}
