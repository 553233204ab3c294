using System.Text.Json;
using System.Xml.Linq;
using NJsonSchema;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Check;

public sealed class FormatTests
{
    private const string Broken = "groups:\n- name: a\n  rules:\n  - record: a:b:c\n    expr: \"sum(x) by (job, \\u0001\"\n- name: a\n";

    [Fact]
    public void Text_underlines_exactly_the_token_inside_a_block_scalar()
    {
        using var folder = RuleProject.Create();
        var result = InProcess.Run(folder, "check", RuleProject.RulesPath);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "rules/app, a.yml:7:13: warning[SLO310 metric-not-in-catalogue]: No catalogue describes the metric \"http_request_total\".\n"
            + "  7 |             http_request_total[5m])) == 0\n"
            + "    |             ^^^^^^^^^^^^^^^^^^\n"
            + "  why: ",
            result.Output,
            StringComparison.Ordinal);
        Assert.Contains("\n  help: Did you mean http_requests_total?", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  more: docs/rules/metric-not-in-catalogue.md, or slo explain metric-not-in-catalogue\n", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"^2 warnings(, \d+ hidden notes?)? in 1 rule file with 2 rules\.\n$", result.Error);
    }

    [Fact]
    public void Text_says_once_what_is_the_same_for_all_findings_of_a_rule()
    {
        using var folder = RuleProject.Create();
        var output = InProcess.Run(folder, "check").Output;
        Assert.Equal(3, output.Split("warning[SLO310").Length);
        Assert.Equal(2, output.Split("why:").Length);
        Assert.Equal(2, output.Split("more:").Length);
    }

    [Theory]
    [InlineData("json", "docs/reference/check.schema.json")]
    [InlineData("sarif", "tests/SloCompiler.Cli.Tests/Schemas/sarif-subset.schema.json")]
    public async Task A_JSON_format_is_what_its_schema_says(string format, string path)
    {
        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(Repository.PathOf(path)));
        foreach (var rules in new[] { RuleProject.Rules, Broken, "groups: []\n" })
        {
            using var folder = RuleProject.Create(rules);
            folder.Write("slo.yaml", folder.Read("slo.yaml") + "window: 30dd\nretentoin: 5d\n");
            var output = InProcess.Run(folder, "check", "--format", format, "--min-severity", "info").Output;
            Assert.Equal([], schema.Validate(output).Select(e => e.ToString()));
        }

        Assert.NotEmpty(schema.Validate("{}"));
    }

    [Fact]
    public void Sarif_names_rule_place_and_fix()
    {
        using var folder = RuleProject.Create();
        folder.Write("slo.yaml", "retentoin: 5d\n" + folder.Read("slo.yaml"));
        using var json = JsonDocument.Parse(InProcess.Run(folder, "check", "--format", "sarif").Output);
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.All(results, r => Assert.Equal(
            r.GetProperty("ruleId").GetString(),
            rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        var first = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("rules/app%2C%20a.yml", first.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(7, first.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(31, first.GetProperty("region").GetProperty("endColumn").GetInt32());
        var replacement = results[^1].GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal("retention", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal(results.Count, results.Select(r => r.GetProperty("partialFingerprints").ToString()).Distinct().Count());
    }

    [Fact]
    public void Workflow_commands_escape_what_would_end_them()
    {
        using var folder = RuleProject.Create();
        folder.Write("slo.yaml", folder.Read("slo.yaml") + "'100%': 1\n");
        var lines = InProcess.Run(folder, "check", "--format", "github").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("::warning file=rules/app%2C a.yml,line=7,endLine=7,col=13,endColumn=31,title=SLO310 metric-not-in-catalogue::No catalogue", lines[0], StringComparison.Ordinal);
        Assert.Contains("%0ADid you mean", lines[0], StringComparison.Ordinal);
        Assert.All(lines, l => Assert.Matches("^::(error|warning) file=[^:]+::[^\r]+$", l));
        Assert.Contains(lines, l => l.Contains("100%25", StringComparison.Ordinal));
    }

    [Fact]
    public void Fingerprints_for_GitLab_stay_when_lines_move_and_differ_from_each_other()
    {
        using var folder = RuleProject.Create();
        var before = FingerprintsOf(folder);
        folder.Write(RuleProject.RulesPath, "# a comment\n\n" + RuleProject.Rules);
        Assert.Equal(before, FingerprintsOf(folder));
        Assert.Equal(2, before.Distinct().Count());
        folder.Write(RuleProject.RulesPath, RuleProject.Rules.Replace("NoRequests", "Quiet", StringComparison.Ordinal));
        Assert.NotEqual(before, FingerprintsOf(folder));
    }

    [Fact]
    public void Checkstyle_lists_findings_by_file()
    {
        using var folder = RuleProject.Create();
        var root = XDocument.Parse(InProcess.Run(folder, "check", "--format", "checkstyle").Output).Root;
        var file = Assert.Single(root?.Elements("file") ?? []);
        Assert.Equal(RuleProject.RulesPath, file.Attribute("name")?.Value);
        Assert.Equal(["7:13 warning slo.metric-not-in-catalogue", "9:24 warning slo.metric-not-in-catalogue"], file.Elements("error").Select(e
            => $"{e.Attribute("line")?.Value}:{e.Attribute("column")?.Value} {e.Attribute("severity")?.Value} {e.Attribute("source")?.Value}"));
    }

    [Fact]
    public void JUnit_has_a_suite_for_each_file_and_a_passed_test_for_a_clean_one()
    {
        using var folder = RuleProject.Create();
        folder.Write("rules/clean.yml", "groups: []\n");
        var root = XDocument.Parse(InProcess.Run(folder, "check", "--format", "junit").Output).Root;
        Assert.Equal("3", root?.Attribute("tests")?.Value);
        Assert.Equal("2", root?.Attribute("failures")?.Value);
        Assert.Equal([2, 0], root?.Elements("testsuite").Select(s => s.Descendants("failure").Count()) ?? []);
        Assert.Contains("^^^^^", root?.Descendants("failure").First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checkstyle")]
    [InlineData("junit")]
    public void XML_stays_well_formed_whatever_a_file_holds(string format)
    {
        using var folder = RuleProject.Create(Broken.Replace("job", "<&>\\u000B\\uFFFF", StringComparison.Ordinal));
        var result = InProcess.Run(folder, "check", "--format", format);
        Assert.Equal(1, result.ExitCode);
        Assert.NotNull(XDocument.Parse(result.Output).Root);
    }

    private static List<string?> FingerprintsOf(TempFolder folder)
    {
        using var json = JsonDocument.Parse(InProcess.Run(folder, "check", "--format", "gitlab").Output);
        return [.. json.RootElement.EnumerateArray().Select(f => f.GetProperty("fingerprint").GetString())];
    }
}
