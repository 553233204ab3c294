using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Checks.Scopes;
using SloCompiler.Checks.Settings;
using SloCompiler.Diagnostics;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Lowering;
using SloCompiler.Output;
using SloCompiler.Plan;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler;

/// <summary>Compiles the specs of a project: the stages, in order. Writes nothing; that is <see cref="OutputWriter"/>'s work.</summary>
public sealed class Compilation
{
    private readonly CompilationRequest _request;
    private readonly IFileSystem _files;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly StageGuard _guard;
    private LintSettings _settings = LintSettings.Default;
    private ImmutableArray<Diagnostic> _lintFindings = [];

    private Compilation(CompilationRequest request, IFileSystem files)
    {
        _request = request;
        _files = files;
        _guard = new StageGuard(_diagnostics);
    }

    /// <summary>Runs every stage. Whatever is wrong with the input is in the diagnostics; nothing throws for it.</summary>
    /// <param name="request">What to compile.</param>
    /// <param name="files">The files to read.</param>
    /// <param name="clock">Measures the time that it took.</param>
    public static CompilationResult Run(CompilationRequest request, IFileSystem files, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        var result = new Compilation(request, files).RunStages();
        return result with { Summary = result.Summary with { Elapsed = clock.GetElapsedTime(start) } };
    }

    /// <summary>What was found so far, as the settings want it.</summary>
    private IEnumerable<Diagnostic> All
        => _diagnostics.ToImmutable().Select(d => _settings.Apply(d, LintSubject.Other)).OfType<Diagnostic>().Concat(_lintFindings);

    private bool HasErrors => All.Any(d => d.Severity == Severity.Error);

    private Workers Workers => new(_request.Threads);

    private CompilationResult RunStages()
    {
        var located = ProjectLocator.Locate(_files, _request.Paths);
        var config = ReadConfig(located);
        _settings = ReadLintSettings(config);
        var inputs = new InputFinder(_files, located, config).Find(_request, _diagnostics);
        var texts = InputTexts.Load(_files, inputs, _request.Threads, _diagnostics);
        texts.CheckAny(_request, inputs, config, _diagnostics);
        var rules = new RuleFileStage(config, Workers).Read(texts.Rules, _diagnostics);
        var dashboards = new DashboardStage(config, Workers).Read(texts.Dashboards, _diagnostics);
        var specs = ReadSpecs(texts, config);
        var lowered = specs is null ? null : _guard.Run("lowering", () => SpecLowering.Lower(specs, Workers));
        _diagnostics.ReportAll(lowered?.Diagnostics ?? []);
        _lintFindings = specs is null ? [] : new CheckRunner(_files, inputs.Project, _settings, Workers).Run(specs, rules, dashboards, lowered?.Plan);
        var target = OutputTarget.Resolve(_request, config, inputs.Project, _diagnostics);
        var files = Generate(lowered?.Plan, config, inputs.Project);
        return new CompilationResult
        {
            Project = inputs.Project,
            Specs = specs,
            Rules = rules,
            Checked = [.. PathsOf(texts).Where(path => inputs.Reported?.Contains(path) != false).Order(StringComparer.Ordinal)],
            Lint = _settings,
            Plan = lowered?.Plan,
            Files = HasErrors ? [] : files,
            Target = target,
            Diagnostics = Findings(inputs, texts),
            Summary = SummaryCounter.Count(texts.Of(inputs.Reported), [.. rules.Where(r => inputs.Reported?.Contains(r.Source.Path) != false)], lowered?.Plan, files),
        };
    }

    private ProjectConfig ReadConfig(ProjectLocation project)
    {
        if (project.ConfigPath is null)
        {
            return ProjectConfig.Default;
        }

        var source = new SourceLoader(_files, project, _request.Threads).Load([project.ConfigPath], _diagnostics);
        return source.IsEmpty
            ? ProjectConfig.Default
            : _guard.Run("settings", () => ProjectConfigReader.Read(source[0], _diagnostics)) ?? ProjectConfig.Default;
    }

    private LintSettings ReadLintSettings(ProjectConfig config)
    {
        var settings = _guard.Run("lint settings", () => new LintSettingsReader(DiagnosticCatalog.All).Read(config, _diagnostics)) ?? LintSettings.Default;
        return _request.RuleSettings.IsEmpty ? settings : settings with { Overrides = settings.Overrides.Add(new LintOverride([], [], [], _request.RuleSettings)) };
    }

    private SpecSet? ReadSpecs(InputTexts texts, ProjectConfig config)
    {
        var catalogue = texts.Catalogues.IsEmpty
            ? MetricsCatalogue.Empty
            : _guard.Run("catalogue", () => MetricsCatalogueReader.Read(texts.Catalogues, _diagnostics)) ?? MetricsCatalogue.Empty;
        if (!texts.Checked.Any() && _diagnostics.HasErrors)
        {
            return null;
        }

        var read = _guard.Run("specs", () => SpecReader.Read(texts.Specs, config, catalogue, Workers));
        _diagnostics.ReportAll(read?.Diagnostics ?? []);
        return read?.Specs;
    }

    private ImmutableArray<OutputFile> Generate(CompilationPlan? plan, ProjectConfig config, ProjectLocation project)
    {
        var backEnds = TargetSelection.Select(_request, config, project, _diagnostics);
        if (plan is null || !_request.Generate || HasErrors)
        {
            return [];
        }

        var generated = backEnds.SelectMany(b => _guard.Run($"target {b.Name}", () => b.Generate(plan, Workers)).OrEmpty());
        ImmutableArray<OutputFile> files = [.. generated.OrderBy(f => f.Path, StringComparer.Ordinal)];
        OutputPaths.Check(files, _diagnostics);
        return files;
    }

    private static IEnumerable<string> PathsOf(InputTexts texts) => texts.Checked.Select(t => t.Path);

    private ImmutableArray<Diagnostic> Findings(InputFiles inputs, InputTexts texts)
    {
        var others = PathsOf(texts).Where(path => inputs.Reported?.Contains(path) == false).ToHashSet(StringComparer.Ordinal);
        return [.. All
            .Where(d => !others.Contains(d.Span.Source.Path))
            .Distinct()
            .Order(DiagnosticOrder.Instance)];
    }
}
