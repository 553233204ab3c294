using System.Text.Json;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("diff")]
    [InlineData("import")]
    [InlineData("promql")]
    [InlineData("schema")]
    public void Help_needs_no_arguments(string command)
    {
        using var folder = new TempFolder();
        var result = InProcess.Run(folder, command, "--help");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_as_JSON_keep_their_promised_shape()
    {
        using var folder = ExampleProject.Create();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec().Replace("objective:", "objectve:", StringComparison.Ordinal));
        var result = SloCommand.Run(folder.FullPath, "check", "--format", "json", ExampleProject.SpecPath);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["version", "diagnostics", "summary"], Keys(json.RootElement));
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(["files", "rules", "errors", "warnings", "infos"], Keys(json.RootElement.GetProperty("summary")));
        var unknown = json.RootElement.GetProperty("diagnostics").EnumerateArray().First(d => d.GetProperty("name").GetString() == "unknown-key");
        Assert.Equal(
            ["path", "line", "column", "endLine", "endColumn", "code", "name", "severity", "message", "why", "help", "url", "related", "fix"],
            Keys(unknown));
        Assert.Equal(ExampleProject.SpecPath, unknown.GetProperty("path").GetString());
        Assert.Equal((5, 5, 5, 13), Range(unknown));
        var edit = unknown.GetProperty("fix").GetProperty("edits")[0];
        Assert.Equal(["line", "column", "endLine", "endColumn", "text"], Keys(edit));
        Assert.Equal("objective", edit.GetProperty("text").GetString());
    }

    [Fact]
    public void Paths_are_printed_as_given()
    {
        using var folder = ExampleProject.Create();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "never"));
        var result = SloCommand.Run(folder.PathOf("slo-specs"), "check", "./edge.slo.yaml");
        Assert.StartsWith("./edge.slo.yaml:5:16: error[", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_of_one_file_reports_on_that_file_only()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo-specs/broken.slo.yaml", ExampleProject.Spec("broken", "never"));
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "check", ExampleProject.SpecPath).ExitCode);
        Assert.Equal(1, SloCommand.Run(folder.FullPath, "check").ExitCode);
    }

    [Fact]
    public void Warnings_fail_only_if_asked_to()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo-specs/edge.metrics.yaml", "version: metrics/v1\nmetrics:\n  other_total:\n    type: counter\n");
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "check").ExitCode);
        Assert.Equal(1, SloCommand.Run(folder.FullPath, "check", "--fail-on", "warning").ExitCode);
    }

    [Fact]
    public void Advice_is_hidden_until_it_is_asked_for()
    {
        using var folder = ExampleProject.Create();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "90%"));
        foreach (var command in (string[])["check", "compile"])
        {
            Assert.Equal("", SloCommand.Run(folder.FullPath, command).Output);
            Assert.Contains(": info[", SloCommand.Run(folder.FullPath, command, "--min-severity", "info").Output, StringComparison.Ordinal);
        }

        Assert.Contains("2 hidden notes", SloCommand.Run(folder.FullPath, "check").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_is_described_wrongly_is_reported_once()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo-specs/edge.metrics.yaml", "version: metrics/v1\nmetrics:\n  http_requests_total:\n    type: count\n  other:\n    type: gauge\n");
        var result = SloCommand.Run(folder.FullPath, "check", "--fail-on", "warning");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("unknown-value", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("metric-not-in-catalogue", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slo: --rps takes a number above 0.", "explain", "--rps", "many")]
    [InlineData("slo: --threads takes a whole number from 1.", "check", "--threads", "all")]
    [InlineData("slo: There is no option --chek. Did you mean --check?", "compile", "--chek")]
    [InlineData("slo: slo runbook needs one of new, sync or check.", "runbook")]
    [InlineData("slo: --format takes text, json, sarif, github, gitlab, checkstyle or junit, not \"jsn\". Did you mean json?", "check", "--format", "jsn")]
    [InlineData("slo: --color takes auto, always or never, not \"allways\". Did you mean always?", "check", "--color", "allways")]
    [InlineData("slo: --format goes once.", "check", "--format", "json", "--format", "text")]
    [InlineData("slo: --since needs a value: --since REV.", "check", "--since")]
    [InlineData("slo: There is no option --quiett. Did you mean --quiet?", "init", "--quiett")]
    [InlineData("slo: There is no option --colr. Did you mean --color?", "--colr", "never")]
    [InlineData("slo: There is no command \"chek\". Did you mean check?", "chek")]
    [InlineData("slo: There is no command \"runbook snyc\". Did you mean sync?", "runbook", "snyc")]
    [InlineData("slo: slo init takes no arguments; \"here\" is one.", "init", "here")]
    [InlineData("slo: slo explain takes one SERVICE[/SLO]|RULE; \"b\" is one too many.", "explain", "a", "b")]
    [InlineData("slo: slo diff takes 2 SIDES; \"c\" is one too many.", "diff", "a", "b", "c")]
    [InlineData("slo: slo diff needs SIDES.", "diff")]
    [InlineData("slo: slo import needs TOOL: sloth, pyrra, openslo or rules.", "import")]
    [InlineData("slo: TOOL takes sloth, pyrra, openslo or rules, not \"slth\". Did you mean sloth?", "import", "slth")]
    [InlineData("slo: There is no rule rate-window-to-short. Did you mean rate-window-too-short?", "rules", "rate-window-to-short")]
    [InlineData("slo: --only: There is no rule SLO3000. Did you mean SLO300?", "check", "--only", "SLO3000")]
    public void Wrong_usage_is_said_in_a_sentence(string expected, params string[] arguments)
    {
        using var folder = ExampleProject.Create();
        var result = InProcess.Run(folder, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith(expected + "\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_output_folder_is_named()
    {
        using var folder = ExampleProject.Create();
        folder.Write("out", "mine\n");
        var result = SloCommand.Run(folder.FullPath, "compile", "-o", "out");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("cannot be written: out is a file.", result.Output, StringComparison.Ordinal);
        Assert.Equal("mine\n", folder.Read("out"));
    }

    [Fact]
    public void A_misspelt_runbook_is_guessed_from_those_that_exist()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo.yaml", "runbooks: { files: 'runbooks/{runbook}.md' }\n");
        folder.Write("runbooks/edge-down.md", "# Edge\n\n## Mitigation\n");
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec()
            .Replace("page: { runbook: https://runbooks.example.org/edge }", "page: { runbook: edge-dwon }", StringComparison.Ordinal)
            .Replace("ticket: { runbook: https://runbooks.example.org/edge }", "ticket: { runbook: edge-down#x }", StringComparison.Ordinal));
        var result = SloCommand.Run(folder.FullPath, "check");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Did you mean edge-down?", result.Output, StringComparison.Ordinal);
        Assert.Contains("Its anchors are #edge, #mitigation.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_specs_is_no_clean_check()
    {
        using var folder = ExampleProject.Create();
        folder.Write("docs/readme.md", "x\n");
        var result = SloCommand.Run(folder.FullPath, "check", "docs");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("specs-not-found", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_traffic_has_a_least_number_of_events()
    {
        using var folder = ExampleProject.Create();
        Assert.Contains("min. events", SloCommand.Run(folder.FullPath, "explain").Output, StringComparison.Ordinal);
        folder.Write(ExampleProject.SpecPath, """
            version: slo/v1
            service: edge
            slos:
              - name: queue
                objective: 99%
                runbook: https://runbooks.example.org/edge
                sli: { slices: { good: queue_depth < 10 } }

            """);
        var result = SloCommand.Run(folder.FullPath, "explain", "--rps", "5");
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("min. events", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("bad of", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chek", "Did you mean check?")]
    [InlineData("--frobnicate", "Run slo --help")]
    public void Wrong_usage_exits_2_and_says_what_to_do(string argument, string advice)
    {
        using var folder = new TempFolder();
        var result = SloCommand.Run(folder.FullPath, argument);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(advice, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compile")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("rules")]
    [InlineData("init")]
    [InlineData("schema")]
    [InlineData("runbook")]
    [InlineData("debug")]
    public void Help_of_every_command_shows_examples(string command)
    {
        using var folder = new TempFolder();
        var result = SloCommand.Run(folder.FullPath, command, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"Examples:\n  slo {command}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_names_budget_and_tiers()
    {
        using var folder = ExampleProject.Create();
        var result = SloCommand.Run(folder.FullPath, "explain", "edge/availability", "--rps", "10");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("0.1% = 43.2 min of total failure per 30d", result.Output, StringComparison.Ordinal);
        Assert.Contains("25,920 bad of 25,920,000 events", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"page fast +\| 1h/5m +\| 14\.4 +\| 1\.44% +\| 2% +\| 51\.8 s", result.Output);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Equal(2, SloCommand.Run(folder.FullPath, "explain", "egde").ExitCode);
    }

    [Fact]
    public void Runbooks_are_started_kept_in_step_and_checked()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo.yaml", "version: slo-project/v1\nrunbooks: { files: \"runbooks/{runbook}.md\" }\n");
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec().Replace("https://runbooks.example.org/edge", "edge-down", StringComparison.Ordinal));
        Assert.Equal(1, SloCommand.Run(folder.FullPath, "runbook", "check").ExitCode);
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "runbook", "new").ExitCode);
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "runbook", "check").ExitCode);
        var page = folder.Read("runbooks/edge-down.md");
        Assert.All(["## Meaning", "## Impact", "## Diagnosis", "## Mitigation"], h => Assert.Contains(h, page, StringComparison.Ordinal));
        folder.Write("runbooks/edge-down.md", page.Replace("# Edge down", "# My title", StringComparison.Ordinal));
        folder.Write(ExampleProject.SpecPath, folder.Read(ExampleProject.SpecPath).Replace("99.9%", "99.5%", StringComparison.Ordinal));
        Assert.Equal(1, SloCommand.Run(folder.FullPath, "runbook", "check").ExitCode);
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "runbook", "sync").ExitCode);
        Assert.Contains("99.5% over 30d", folder.Read("runbooks/edge-down.md"), StringComparison.Ordinal);
        Assert.StartsWith("# My title\n", folder.Read("runbooks/edge-down.md"), StringComparison.Ordinal);
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private static (int Line, int Column, int EndLine, int EndColumn) Range(JsonElement element)
        => (Number(element, "line"), Number(element, "column"), Number(element, "endLine"), Number(element, "endColumn"));

    private static int Number(JsonElement element, string key) => element.GetProperty(key).GetInt32();
}
