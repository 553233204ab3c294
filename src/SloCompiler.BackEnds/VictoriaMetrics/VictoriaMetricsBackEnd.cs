using System.Collections.Immutable;
using SloCompiler.BackEnds.Kubernetes;
using SloCompiler.BackEnds.Rules;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Targets;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.BackEnds.VictoriaMetrics;

/// <summary>
/// Rule files of vmalert, and <c>VMRule</c> objects with the same rules for its operator; one of the two is to be loaded. vmalert
/// hands results on asynchronously, so each rule of a group may see what the one before it recorded an evaluation earlier.
/// </summary>
public sealed class VictoriaMetricsBackEnd : DistributedBackEnd
{
    private static readonly RuleObjects Objects = new("operator.victoriametrics.com/v1beta1", "VMRule");

    /// <inheritdoc />
    public override string Name => "victoriametrics";

    /// <inheritdoc />
    public override string Description => "Rule files of vmalert, and VMRule objects with the same rules.";

    /// <inheritdoc />
    protected override int MaxRules(TargetSettings settings) => UsualMaxRules;

    /// <inheritdoc />
    protected override IEnumerable<OutputFile> Write(RuleSet rules) =>
    [
        RuleYaml.File(
            $"{rules.Folder}vmalert/{rules.Service.Service}.rules.yml",
            rules.Service,
            () => YamlMap.Empty.With("groups", RuleYaml.Groups(rules.Groups))),
        .. Objects.Write(rules, $"{rules.Folder}vmrule/", rules.Settings.VictoriaMetrics),
    ];

    /// <inheritdoc />
    protected override void Check(CompilationPlan plan, ImmutableArray<OutputFile> files, SourceSpan asked, DiagnosticBag found)
    {
        base.Check(plan, files, asked, found);
        RuleObjects.Check(plan.Services.SelectMany(s => GroupsOf(s, plan.Project.Targets)), files, found);
        var rules = plan.Services.SelectMany(s => s.Groups).SelectMany(g => g.Rules);
        foreach (var (place, calls) in rules.Select(r => (r.Origin, PromQlWalker.DescendantsAndSelf(r.Expr).OfType<CallExpr>())))
        {
            if (calls.FirstOrDefault(c => MetricsQl.Lacks(c.Function)) is { Function: var function })
            {
                found.Report(BackEndDiagnostics.RulesUnfitForTarget, place, $"MetricsQL has no function {function}, so vmalert would refuse the rules.");
            }
        }
    }
}
