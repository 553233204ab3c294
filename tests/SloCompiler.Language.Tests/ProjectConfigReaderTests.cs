using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.PromQL.Versions;

namespace SloCompiler.Language.Tests;

public sealed class ProjectConfigReaderTests
{
    [Fact]
    public void Every_setting_is_read()
    {
        var (config, findings) = Fixtures.ReadProjectWithFindings(Fixtures.Good("project.yaml"));

        Assert.Equal([], findings.Select(Fixtures.Describe));
        Assert.Equal(["slos/**/*.yaml"], config.Specs.ToArray());
        Assert.Equal(["metrics.yaml"], config.Catalogues.ToArray());
        Assert.Equal("compiled", config.Output);
        Assert.Equal("prometheus", Assert.Single(config.Targets).Value);
        Assert.Equal("https://runbooks.example.org/{service}/{slo}/{runbook}", config.RunbookUrl?.Value);
        Assert.Equal("runbooks/{service}/{runbook}.md", config.RunbookFiles?.Value);
        Assert.Equal("https://grafana.example.org", config.GrafanaUrl);
        Assert.Equal("P1", config.Severities["page"]);
        Assert.Equal("28d", config.DefaultWindow.Text);
        Assert.Equal(Fixtures.Duration("15s"), config.ScrapeInterval);
        Assert.Equal(Fixtures.Duration("90d"), config.Retention);
        Assert.Equal(Fixtures.Duration("5m"), config.SlowInterval);
        Assert.Equal("eu-1", Assert.Single(config.ExternalLabels).Value);
        Assert.Equal(new PrometheusRelease(2, 42), config.Prometheus.Release);
    }

    [Fact]
    public void Burn_tiers_are_exact()
    {
        var policies = Fixtures.ReadProjectWithFindings(Fixtures.Good("project.yaml")).Config.BurnPolicies;

        Assert.Equal(Fixtures.Duration("28d"), policies["default"].Period);
        Assert.Equal(
            [("page", 0.02m, "1h", null), ("page", 0.05m, "6h", "30m"), ("ticket", 0.1m, "3d", null)],
            policies["default"].Tiers.Select(t => (t.Severity, t.BudgetShare, t.LongWindow.ToString(), t.ShortWindow?.ToString())));
        Assert.Equal((0.125m, "1d12h"), (policies["slow"].Tiers[0].BudgetShare, policies["slow"].Tiers[0].LongWindow.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void An_empty_file_means_all_defaults(string text)
    {
        var (config, findings) = Fixtures.ReadProjectWithFindings(text);

        Assert.Empty(findings);
        Assert.Equal(ProjectConfig.Default.Output, config.Output);
        Assert.Equal(new RollingWindow(Fixtures.Duration("30d")), config.DefaultWindow);
    }
}
