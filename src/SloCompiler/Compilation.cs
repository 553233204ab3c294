using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Checking;
using SloCompiler.Checks.Scopes;
using SloCompiler.Checks.Settings;
using SloCompiler.Checks.Suppressions;
using SloCompiler.Diagnostics;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Lowering;
using SloCompiler.Online;
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
    private readonly DateOnly _today;
    private LintSettings _settings = LintSettings.Default;
    private SuppressionSet _suppressions = SuppressionSet.Empty;
    private SourceText? _configText;
    private ImmutableArray<Diagnostic> _lintFindings = [];

    private Compilation(CompilationRequest request, IFileSystem files, DateOnly today)
    {
        _request = request;
        _files = files;
        _today = today;
        _guard = new StageGuard(_diagnostics);
    }

    /// <summary>Runs every stage. Whatever is wrong with the input is in the diagnostics; nothing throws for it.</summary>
    /// <param name="request">What to compile.</param>
    /// <param name="files">The files to read.</param>
    /// <param name="clock">Measures the time that it took, and knows the day, by UTC, up to which suppressions hold.</param>
    public static CompilationResult Run(CompilationRequest request, IFileSystem files, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        var result = new Compilation(request, files, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).RunStages();
        request.Progress?.End();
        return result with { Summary = result.Summary with { Elapsed = clock.GetElapsedTime(start) } };
    }

    private bool HasErrors => IsBroken(Findings([]));

    private Workers Workers => new(_request.Threads) { Observer = _request.Progress };

    private CompilationResult RunStages()
    {
        _request.Progress?.Begin("finding files");
        var located = ProjectLocator.Locate(_files, _request.Paths);
        var config = ReadConfig(located);
        _settings = ReadLintSettings(config);
        var inputs = new InputFinder(_files, located, config).Find(_request, _diagnostics);
        _request.Progress?.Begin("reading files");
        var texts = InputTexts.Load(_files, inputs, Workers, _diagnostics);
        _request.InputsRead?.Invoke(texts.Characters);
        if (_request.Progress is { } progress)
        {
            RunFacts.Tell(progress, _request, inputs.Project, config, texts);
        }

        texts.CheckAny(_request, inputs, config, _diagnostics);
        _request.Progress?.Begin("parsing rule files and dashboards");
        var rules = new RuleFileStage(config, Workers).Read(texts.Rules, _diagnostics);
        var dashboards = new DashboardStage(config, Workers).Read(texts.Dashboards, _diagnostics);
        _request.Progress?.Begin("reading specs");
        var specs = ReadSpecs(texts, config);
        _request.Progress?.Begin("compiling specs");
        var lowered = specs is null ? null : _guard.Run("lowering", () => SpecLowering.Lower(specs, Workers));
        _diagnostics.ReportAll(lowered?.Diagnostics ?? []);
        _request.Progress?.Begin("checking rules");
        _lintFindings = specs is null || !_request.Lints ? [] : new CheckRunner(_files, inputs.Project, _settings, Workers).Run(specs, rules, dashboards, lowered?.Plan, _request.WantedOfLinter);
        var online = specs is null ? null : RunOnline(inputs, specs, rules, dashboards, lowered?.Plan);
        _suppressions = ReadSuppressions(texts);
        _request.Progress?.Begin("generating files");
        var target = OutputTarget.Resolve(_request, config, inputs.Project, _diagnostics);
        var plan = Deal(lowered?.Plan);
        var files = Generate(plan, config, inputs.Project);
        _request.Progress?.Begin("collecting findings");
        var others = PathsOf(texts).Where(path => inputs.Reported?.Contains(path) == false).ToHashSet(StringComparer.Ordinal);
        var found = Findings(others);
        var hasErrors = others.Count == 0 ? IsBroken(found) : HasErrors;
        return new CompilationResult
        {
            Project = inputs.Project,
            Specs = specs,
            Rules = rules,
            Checked = [.. PathsOf(texts).Where(path => inputs.Reported?.Contains(path) != false).Order(StringComparer.Ordinal)],
            Lint = _settings,
            Plan = plan,
            Files = hasErrors ? [] : files,
            Target = target,
            Online = online,
            Diagnostics = [.. found.Kept.Concat(found.Problems).Select(WithoutSecrets).Order(DiagnosticOrder.Instance)],
            Summary = SummaryCounter.Count(texts.Of(inputs.Reported), [.. rules.Where(r => inputs.Reported?.Contains(r.Source.Path) != false)], lowered?.Plan) with { Suppressed = found.Suppressed },
        };
    }

    private ProjectConfig ReadConfig(ProjectLocation project)
    {
        if (project.ConfigPath is null)
        {
            return ProjectConfig.Default;
        }

        var source = new SourceLoader(_files, project, new Workers(_request.Threads)).Load([project.ConfigPath], _diagnostics);
        _configText = source.FirstOrDefault();
        return source.IsEmpty
            ? ProjectConfig.Default
            : _guard.Run("settings", () => ProjectConfigReader.Read(source[0], _diagnostics)) ?? ProjectConfig.Default;
    }

    private LintSettings ReadLintSettings(ProjectConfig config)
    {
        var settings = config.Lint is null
            ? LintSettings.Default
            : _guard.Run("lint settings", () => new LintSettingsReader(DiagnosticCatalog.All).Read(config, _diagnostics)) ?? LintSettings.Default;
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

    private OnlineReport? RunOnline(InputFiles inputs, SpecSet specs, ImmutableArray<RuleFile> rules, ImmutableArray<GrafanaDashboard> dashboards, CompilationPlan? plan)
    {
        if (_request.Online is not { } check)
        {
            return null;
        }

        var lint = new CheckRunner(_files, inputs.Project, _settings, Workers).ProjectOf(specs, rules, dashboards, plan);
        var report = _guard.Run("online", () => check.Run(new OnlineInput(lint, plan, inputs.Project, inputs.Reported, Workers)));
        _lintFindings = [.. _lintFindings, .. report?.Findings ?? []];
        return report;
    }

    private ImmutableArray<OutputFile> Generate(CompilationPlan? plan, ProjectConfig config, ProjectLocation project)
    {
        var targets = TargetSelection.Select(_request, config, project, _diagnostics);
        if (plan is null || !_request.Generate || HasErrors)
        {
            return [];
        }

        var generated = targets.SelectMany(t => _guard.Run($"target {t.BackEnd.Name}", () => Generate(plan, t)).OrEmpty());
        ImmutableArray<OutputFile> files = [.. generated.OrderBy(f => f.Path, StringComparer.Ordinal)];
        OutputPaths.Check(files, _diagnostics);
        return files;
    }

    private ImmutableArray<OutputFile> Generate(CompilationPlan plan, SelectedTarget target)
    {
        var files = target.BackEnd.Generate(plan, Workers);
        _diagnostics.ReportAll(target.BackEnd.Check(plan, files, target.Asked));
        return files;
    }

    private CompilationPlan? Deal(CompilationPlan? plan) => plan is null || _request.Shards is not { } shards
        ? plan
        : plan with { Project = plan.Project with { Targets = plan.Project.Targets with { Shards = shards } } };

    private static IEnumerable<string> PathsOf(InputTexts texts) => texts.Checked.Select(t => t.Path);

    private SuppressionSet ReadSuppressions(InputTexts texts)
    {
        var sources = texts.Specs.Concat(texts.Rules).Concat(texts.Catalogues).Concat(_configText is null ? [] : [_configText]);
        return _guard.Run("suppressions", () => SuppressionSet.Read(sources, () => DiagnosticCatalog.All, _today, Workers)) ?? SuppressionSet.Empty;
    }

    private static Diagnostic WithoutSecrets(Diagnostic finding)
    {
        var (message, help) = (UrlSecrets.Hide(finding.Message), UrlSecrets.Hide(finding.Help));
        return ReferenceEquals(message, finding.Message) && ReferenceEquals(help, finding.Help) ? finding : finding with { Message = message, Help = help };
    }

    private static bool IsBroken(SuppressionResult found) => found.Kept.Concat(found.Problems).Any(d => d.Severity == Severity.Error);

    /// <summary>What was found so far, as settings and suppressions want it.</summary>
    /// <param name="others">Files whose findings nobody asked for.</param>
    private SuppressionResult Findings(HashSet<string> others)
    {
        var all = _diagnostics.ToImmutable().Select(AsSet).OfType<Diagnostic>().Concat(_lintFindings).Where(IsWanted).Distinct().ToImmutableArray();
        CheckedKinds? seen = null;
        var result = _suppressions.Apply(all, (kind, path) => (seen ??= new CheckedKinds(_request, _settings, all)).Contains(kind, path));
        return result with { Problems = [.. result.Problems.Where(IsWanted).Select(AsSet).OfType<Diagnostic>()] };

        bool IsWanted(Diagnostic finding) => !others.Contains(finding.Span.Source.Path);
        Diagnostic? AsSet(Diagnostic finding) => _settings.Apply(finding, LintSubject.Other);
    }
}
