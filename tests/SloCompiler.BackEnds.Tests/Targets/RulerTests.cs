using System.Collections.Immutable;
using SloCompiler.BackEnds.Rules;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Files;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.Plan;
using SloCompiler.Plan.Targets;
using SloCompiler.PromQL.Printing;
using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Targets;

/// <summary>What holds for every engine, on the specs of this repository.</summary>
public sealed class RulerTests
{
    public static TheoryData<string> Names => [.. BackEndCatalog.Rulers.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_of_the_plan_is_written_once(string name)
    {
        var expected = OwnSpecs.Plan.Services.SelectMany(s => s.Groups).SelectMany(g => g.Rules).Select(Describe).Order(StringComparer.Ordinal);

        foreach (var files in Sets(name, OwnSpecs.Plan))
        {
            var written = files.SelectMany(Read).SelectMany(g => g.Rules.Select(r => Describe(g, r))).Order(StringComparer.Ordinal);
            Assert.Equal(expected, written);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Groups_keep_their_intervals_and_their_order(string name)
    {
        foreach (var service in OwnSpecs.Plan.Services)
        {
            var groups = Ruler(name).GroupsOf(service, TargetSettings.Default);
            Assert.Equal(service.Groups.Select(g => (g.Name, g.Interval)), groups.Where(g => service.Groups.Any(o => o.Name == g.Name)).Select(g => (g.Name, g.Interval)));
            Assert.Equal(groups.Length, groups.Select(g => g.Name).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [PromtoolTheory]
    [MemberData(nameof(Names))]
    public void Promtool_accepts_the_groups(string name)
    {
        using var folder = new TempFolder();
        foreach (var files in Sets(name, OwnSpecs.Plan))
        {
            var groups = new YamlList([.. files.SelectMany(GroupsOf).Select(AsOfPrometheus)]);
            var path = folder.Write("all.rules.yml", YamlTextWriter.Write(YamlMap.Empty.With("groups", groups)));

            var result = Promtool.CheckRules(path);

            result.ShouldSucceed();
            var rules = OwnSpecs.Plan.Services.SelectMany(s => s.Groups).Sum(g => g.Rules.Length);
            Assert.Contains($"SUCCESS: {rules} rules found", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Our_own_check_finds_nothing_in_the_files(string name)
    {
        using var folder = new TempFolder();
        folder.Write(
            "slo.yaml",
            $"dialect: {DialectOf(name).Name}\ncatalogues: [\"**/*.metrics.yaml\"]\nprometheus: \"2.42\"\n");
        foreach (var catalogue in Directory.GetFiles(Repository.PathOf("slo-specs"), "*.metrics.yaml", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetFileName(catalogue), File.ReadAllText(catalogue));
        }

        foreach (var files in Sets(name, OwnSpecs.Plan))
        {
            foreach (var file in files)
            {
                folder.Write(file.Path, file.Text);
            }

            var request = new CompilationRequest { Paths = [folder.FullPath], CheckRules = true, Generate = false };
            var result = Compilation.Run(request, new PhysicalFileSystem(), TimeProvider.System);

            Assert.Empty(result.Diagnostics.Where(d => d.Severity > Severity.Info).Select(d => $"{d.Span.Source.Path} {d.Descriptor.Name}: {d.Message}"));
            Assert.NotEmpty(result.Rules);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_files_are_the_same_on_any_number_of_threads_and_carry_the_marker(string name)
    {
        OutputFile[] files = [.. Ruler(name).Generate(OwnSpecs.Plan, new Workers(1))];

        Assert.Equal(files.Select(f => (f.Path, f.Text)), Ruler(name).Generate(OwnSpecs.Plan, new Workers(4)).Select(f => (f.Path, f.Text)));
        Assert.All(files, f => Assert.True(GeneratedMarker.IsIn(f.Text)));
        Assert.Equal(files.Length, files.Select(f => f.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_beyond_the_lookback_are_refused(string name)
    {
        var slow = OwnSpecs.Plan with
        {
            Services = [.. OwnSpecs.Plan.Services.Select(s => s with
            {
                Groups = [.. s.Groups.Select(g => g with { Interval = PromQL.PrometheusDuration.FromMinutes(6) })],
            })],
        };

        Assert.Contains(Check(name, slow), d => d.Descriptor == BackEndDiagnostics.RulesUnfitForTarget);
        Assert.DoesNotContain(Check(name, OwnSpecs.Plan), d => d.Severity == Severity.Error);
    }

    private static ImmutableArray<Diagnostic> Check(string name, CompilationPlan plan)
        => Ruler(name).Check(plan, [], new SourceText("slo.yaml", "").StartOfFile);

    private static RuleBackEnd Ruler(string name) => BackEndCatalog.Rulers.Single(r => r.Name == name);

    private static RuleDialect DialectOf(string name) => RuleDialects.All.SingleOrDefault(d => d.Name == name) ?? RuleDialects.Prometheus;

    /// <summary>The files of which one set is to be loaded: VictoriaMetrics has the rules in two forms.</summary>
    private static IEnumerable<OutputFile[]> Sets(string name, CompilationPlan plan)
        => Ruler(name).Generate(plan).GroupBy(f => f.Path.Contains("/vmrule/", StringComparison.Ordinal)).Select(s => s.ToArray());

    private static IEnumerable<RuleGroup> Read(OutputFile file)
    {
        var found = new DiagnosticBag();
        var dialect = DialectOf(file.Path.Split('/')[0]);
        var read = RuleFileReader.Read(new SourceText(file.Path, file.Text), new RuleFileOptions { Dialect = dialect }, found);
        Assert.Empty(found.ToImmutable());
        return read?.Groups ?? throw new InvalidOperationException(file.Path);
    }

    private static IEnumerable<YamlMapping> GroupsOf(OutputFile file)
    {
        var root = YamlValues.Read(file);
        var groups = ((root.Find("spec")?.Value as YamlMapping) ?? root).Find("groups")?.Value;
        return Assert.IsType<YamlSequence>(groups).Items.Cast<YamlMapping>();
    }

    private static YamlMap AsOfPrometheus(YamlMapping group)
    {
        var known = RuleDialects.Prometheus.NamesOf(RuleScope.Group).ToHashSet(StringComparer.Ordinal);
        return new YamlMap([.. group.Entries.Where(e => known.Contains(e.Key.Value)).Select(e => new YamlMapEntry(e.Key.Value, YamlValues.ToValue(e.Value)))]);
    }

    private static string Describe(Plan.Rules.PlannedRule rule)
    {
        var name = rule is Plan.Rules.RecordingRule record ? record.Record : ((Plan.Rules.AlertingRule)rule).Alert;
        return $"{name}{{{string.Join(',', rule.Labels.Select(l => l.Name + "=" + l.Value).Order(StringComparer.Ordinal))}}} {PromQlPrinter.Print(rule.Expr)}";
    }

    private static string Describe(RuleGroup group, Rule rule)
    {
        var labels = group.LabelsOf(rule).Select(l => l.Name + "=" + l.Value).Order(StringComparer.Ordinal);
        return $"{rule.Name.Value}{{{string.Join(',', labels)}}} {(rule.Expr.Expr is { } expr ? PromQlPrinter.Print(expr) : "?")}";
    }
}
