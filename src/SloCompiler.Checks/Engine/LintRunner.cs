using System.Collections.Frozen;
using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Model;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;

namespace SloCompiler.Checks.Engine;

/// <summary>Runs rules over a project: groups, specs and dashboards in parallel, then what looks at everything.</summary>
public sealed class LintRunner
{
    private readonly LintProject _project;
    private readonly RuleGuard _guard;
    private readonly FrozenDictionary<Type, ImmutableArray<NodeLint>> _nodeRules;
    private readonly ImmutableArray<ExpressionLint> _expressionRules;
    private readonly ImmutableArray<RuleLint> _ruleRules;
    private readonly ImmutableArray<GroupLint> _groupRules;
    private readonly ImmutableArray<RuleFileLint> _fileRules;
    private readonly ImmutableArray<SpecLint> _specRules;
    private readonly ImmutableArray<SloLint> _sloRules;
    private readonly ImmutableArray<DashboardLint> _dashboardRules;
    private readonly ImmutableArray<ProjectLint> _projectRules;

    private LintRunner(LintProject project, ImmutableArray<LintRule> rules, RuleGuard guard)
    {
        _project = project;
        _guard = guard;
        _nodeRules = rules.OfType<NodeLint>().GroupBy(r => r.NodeType).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        _expressionRules = [.. rules.OfType<ExpressionLint>()];
        _ruleRules = [.. rules.OfType<RuleLint>()];
        _groupRules = [.. rules.OfType<GroupLint>()];
        _fileRules = [.. rules.OfType<RuleFileLint>()];
        _specRules = [.. rules.OfType<SpecLint>()];
        _sloRules = [.. rules.OfType<SloLint>()];
        _dashboardRules = [.. rules.OfType<DashboardLint>()];
        _projectRules = [.. rules.OfType<ProjectLint>()];
    }

    /// <summary>The findings of some rules, in the order of files and rules.</summary>
    /// <param name="project">What is checked.</param>
    /// <param name="rules">The rules to run.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="onFailure">Told of a rule that threw, once for each rule; the others go on.</param>
    public static ImmutableArray<Finding> Run(LintProject project, ImmutableArray<LintRule> rules, Workers workers, Action<LintRule, Exception> onFailure)
    {
        var guard = new RuleGuard();
        var runner = new LintRunner(project, rules, guard);
        var findings = workers.Map(runner.Units(), unit => unit()).SelectMany(f => f).ToImmutableArray();
        guard.ReportTo(onFailure);
        return findings;
    }

    private ImmutableArray<Func<ImmutableArray<Finding>>> Units() =>
    [
        .. _project.RuleFiles.SelectMany(file => file.Groups.Select(group => Unit(sink => CheckGroup(group, file, sink)))),
        .. _project.RuleFiles.Select(file => Unit(sink => RunAll(_fileRules, new RuleFileScope(_project, sink, file), static (r, s) => r.Check(s)))),
        .. _project.Specs.Services.Select(service => Unit(sink => CheckService(service, sink))),
        .. _project.Dashboards.Select(dashboard => Unit(sink => CheckDashboard(dashboard, sink))),
        .. _projectRules.Select(rule => Unit(sink => _guard.Run(rule, new ProjectScope(_project, sink), static (r, s) => r.Check(s)))),
    ];

    private static Func<ImmutableArray<Finding>> Unit(Action<FindingSink> work) => () =>
    {
        var sink = new FindingSink();
        work(sink);
        return sink.ToImmutable();
    };

    private void CheckGroup(RuleGroup group, RuleFile file, FindingSink sink)
    {
        RunAll(_groupRules, new GroupScope(_project, sink, group, file), static (r, s) => r.Check(s));
        foreach (var rule in group.Rules)
        {
            var owner = new ExpressionOwner.OfRule(rule, group, file);
            var subject = LintSubject.Of(rule, group);
            var expression = rule.Expr.Expr is { } expr
                ? new ExpressionScope(_project, sink, expr, rule.Expr.Text, rule.Expr.Map, owner, subject)
                : null;
            RunAll(_ruleRules, new RuleScope(_project, sink, owner, subject, expression), static (r, s) => r.Check(s));
            CheckExpression(expression);
        }
    }

    private void CheckService(ServiceSpec service, FindingSink sink)
    {
        RunAll(_specRules, new SpecScope(_project, sink, service), static (r, s) => r.Check(s));
        foreach (var slo in service.Slos)
        {
            RunAll(_sloRules, new SloScope(_project, sink, service, slo), static (r, s) => r.Check(s));
        }

        foreach (var use in ExpressionUse.OfService(service))
        {
            var owner = new ExpressionOwner.OfSpec(service, use.Role);
            var subject = use.Role == ExpressionRole.Alert ? new LintSubject(SubjectKind.Alert, []) : LintSubject.Other;
            CheckExpression(new ExpressionScope(_project, sink, use.Expression.Expr, use.Expression.Scalar.Value, use.Expression.Map, owner, subject));
        }
    }

    private void CheckDashboard(GrafanaDashboard dashboard, FindingSink sink)
    {
        RunAll(_dashboardRules, new DashboardScope(_project, sink, dashboard), static (r, s) => r.Check(s));
        DashboardWalk.Run(_project, dashboard, sink, CheckExpression);
    }

    private void CheckExpression(ExpressionScope? scope)
    {
        if (scope is null)
        {
            return;
        }

        RunAll(_expressionRules, scope, static (r, s) => r.Check(s));
        ExpressionWalk.Run(scope, node =>
        {
            if (_nodeRules.TryGetValue(node.Node.GetType(), out var rules))
            {
                RunAll(rules, node, static (r, s) => r.CheckNode(s));
            }
        });
    }

    private void RunAll<TRule, TScope>(ImmutableArray<TRule> rules, TScope scope, Action<TRule, TScope> check)
        where TRule : LintRule
    {
        foreach (var rule in rules)
        {
            _guard.Run(rule, scope, check);
        }
    }
}
