using System.Text;
using System.Text.Json;
using SloCompiler.BackEnds.Tests.Grafana.Validation;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

public sealed class PromtoolTests
{
    [PromtoolFact]
    public void Promtool_takes_every_query()
    {
        var queries = Boards.Of(SamplePlans.Full).Values.SelectMany(QueryTrees.Texts).Distinct().ToList();
        using var folder = new TempFolder();
        var result = Promtool.CheckRules(folder.Write("queries.yml", RuleFile(queries)));
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(queries.Count > 80, $"{queries.Count} queries");
    }

    [PromtoolFact]
    public void Promtool_would_refuse_a_query_that_is_wrong()
    {
        using var folder = new TempFolder();
        Assert.NotEqual(0, Promtool.CheckRules(folder.Write("queries.yml", RuleFile(["sum(slo:info[5m])"]))).ExitCode);
    }

    /// <summary>A rule for each query, with variables replaced as Grafana would; JSON texts are YAML texts.</summary>
    private static string RuleFile(IEnumerable<string> queries)
    {
        var text = new StringBuilder("groups:\n- name: queries\n  rules:\n");
        var number = 0;
        foreach (var query in queries.Select(q => q.Replace("$__rate_interval", "5m", StringComparison.Ordinal).Replace("$__range", "7d", StringComparison.Ordinal)))
        {
            text.Append("  - record: query:").Append(number++).Append("\n    expr: ").Append(JsonSerializer.Serialize(query)).Append('\n');
        }

        return text.ToString();
    }
}
