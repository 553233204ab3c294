using System.Globalization;
using System.Text;
using SloCompiler.BackEnds.Prometheus;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Plan;
using SloCompiler.Testing;

namespace SloCompiler.Lowering.Tests.Support;

/// <summary>Feeds series to the rules of some SLOs through <c>promtool test rules</c> and asks for results.</summary>
internal sealed class Scenario(params SloSpec[] slos)
{
    private readonly List<(string Series, string Values)> _series = [];
    private readonly List<(int Minute, string Expr, double? Value)> _expectations = [];
    private readonly StringBuilder _alerts = new();

    /// <summary>Settings of the project.</summary>
    public ProjectConfig Config { get; init; } = ProjectConfig.Default;

    /// <summary>A series with one value per step.</summary>
    public Scenario Feed(string series, string values)
    {
        _series.Add((series, values));
        return this;
    }

    /// <summary>The expression has exactly one result, close to a value.</summary>
    public Scenario Near(int minute, string expr, double value, double tolerance)
        => Add(minute, string.Create(CultureInfo.InvariantCulture, $"count(abs(({expr}) - {value}) <= {tolerance}) == count({expr})"), 1);

    /// <summary>The expression has no result.</summary>
    public Scenario None(int minute, string expr) => Add(minute, expr, null);

    /// <summary>A burn alert of a tier fires.</summary>
    public Scenario Fires(int minute, string severity, string tier) => Add(minute, Firing(severity, tier), 1);

    /// <summary>No burn alert of a tier fires.</summary>
    public Scenario IsSilent(int minute, string severity, string tier) => None(minute, Firing(severity, tier));

    /// <summary>Any result of an expression, as a number.</summary>
    public Scenario Add(int minute, string expr, double? value)
    {
        _expectations.Add((minute, expr, value));
        return this;
    }

    /// <summary>Firing alerts of a name are exactly these, as promtool's YAML writes labels and annotations.</summary>
    public Scenario Alerts(int minute, string name, params string[] alerts)
    {
        _alerts.Append(CultureInfo.InvariantCulture, $"  - eval_time: {minute}m\n    alertname: {name}\n    exp_alerts:\n");
        foreach (var alert in alerts)
        {
            _alerts.Append("    - ").Append(alert.Trim().ReplaceLineEndings("\n      ")).Append('\n');
        }

        return this;
    }

    /// <summary>Runs it.</summary>
    /// <param name="interval">Time between two values and two evaluations.</param>
    public void Run(string interval = "1m")
    {
        var plan = PlanText.PlanOf(SpecLowering.Lower(Specs.Set(Specs.Service([.. slos]), Config)));
        using var folder = new TempFolder();
        foreach (var file in new PrometheusBackEnd().Generate(plan))
        {
            folder.Write("rules.yml", file.Text);
        }

        var result = Promtool.TestRules(folder.Write("test.yml", TestFile(plan, interval)));
        Assert.True(result.ExitCode == 0, $"{result.Output}{result.Error}\n{folder.Read("rules.yml")}");
    }

    private static string Firing(string severity, string tier)
        => $$"""count(ALERTS{alertname="SloBudgetBurn",alertstate="firing",severity="{{severity}}",tier="{{tier}}"})""";

    private string TestFile(CompilationPlan plan, string interval)
    {
        // Without an order, promtool evaluates groups in any.
        var groups = plan.Services.SelectMany(service => service.Groups).Select(group => group.Name);
        var text = new StringBuilder($"rule_files: [rules.yml]\nevaluation_interval: {interval}\n");
        text.Append("group_eval_order: [").AppendJoin(", ", groups).Append("]\n");
        text.Append(CultureInfo.InvariantCulture, $"tests:\n- interval: {interval}\n  input_series:\n");
        foreach (var (series, values) in _series)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - series: '{series}'\n    values: '{values}'\n");
        }

        if (_alerts.Length > 0)
        {
            text.Append("  alert_rule_test:\n").Append(_alerts);
        }

        text.Append("  promql_expr_test:\n");
        foreach (var (minute, expr, value) in _expectations)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - expr: '{expr}'\n    eval_time: {minute}m\n    exp_samples: [");
            if (value is { } number)
            {
                text.Append(CultureInfo.InvariantCulture, $"{{labels: '{{}}', value: {number}}}");
            }

            text.Append("]\n");
        }

        return text.ToString();
    }
}
