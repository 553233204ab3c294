using System.Text.RegularExpressions;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests.Generated;

/// <summary>The checked-in output of the five systems, read by a real server.</summary>
public sealed class RealPrometheusTests
{
    [PrometheusFact]
    public async Task A_real_prometheus_loads_all_generated_rules_and_every_rule_is_healthy()
    {
        using var folder = new TempFolder();
        var expected = CopyRules(folder.FullPath);

        using var server = PrometheusServer.Start(folder.FullPath, Path.Combine(folder.FullPath, "*.rules.yml"));
        var rules = await server.WaitUntilAllAreEvaluated(TimeSpan.FromMinutes(2));

        Assert.NotNull(rules);
        Assert.Equal(expected, rules.Count);
        Assert.All(rules, rule => Assert.True(rule.Health == "ok", $"{rule.Group} {rule.Name}: {rule.Health} {rule.LastError}"));
    }

    [PrometheusFact]
    public async Task A_rule_that_cannot_be_evaluated_would_be_seen()
    {
        using var folder = new TempFolder();
        File.WriteAllText(
            Path.Combine(folder.FullPath, "broken.rules.yml"),
            "groups:\n  - name: broken\n    rules:\n      - { record: many, expr: 'label_replace(vector(1), \"a\", \"$1\", \"b\", \"(\")' }\n");

        using var server = PrometheusServer.Start(folder.FullPath, Path.Combine(folder.FullPath, "*.rules.yml"));
        var rules = await server.WaitUntilAllAreEvaluated(TimeSpan.FromSeconds(30));

        Assert.NotNull(rules);
        Assert.Equal("err", Assert.Single(rules).Health);
    }

    // A group waits up to one interval before its first evaluation, so the long intervals are shortened for the test.
    private static int CopyRules(string folder)
    {
        var rules = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "generated", "prometheus"), "*.rules.yml"))
        {
            var text = Regex.Replace(File.ReadAllText(file), "(?m)^(    interval: ).*$", "${1}1s");
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), text);
            rules += Regex.Count(text, "(?m)^ *(- )?(record|alert): ");
        }

        return rules;
    }
}
