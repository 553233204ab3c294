using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Faults;

/// <summary>Whatever a label, a title or a file is called, it stays text in every format that any command prints or writes.</summary>
public sealed class HostileTextTests
{
    private enum Form
    {
        People,
        Workflow,
        Json,
        Xml,
        Markdown,
    }

    public static TheoryData<string, string> Calls => new()
    {
        { "check", "People" },
        { "check --min-severity info", "People" },
        { "check --format github", "Workflow" },
        { "check --format json", "Json" },
        { "check --format sarif", "Json" },
        { "check --format gitlab", "Json" },
        { "check --format checkstyle", "Xml" },
        { "check --format junit", "Xml" },
        { "check --verbose", "People" },
        { "compile", "People" },
        { "compile --check", "People" },
        { "explain edge", "People" },
        { "cost", "People" },
        { "cost --format json", "Json" },
        { "diff old new", "People" },
        { "diff old new --format markdown", "Markdown" },
        { "diff old new --format json", "Json" },
        { "fmt --check", "People" },
        { "runbook check", "People" },
        { "runbook new", "People" },
        { "import rules rules", "People" },
        { "import rules rules --format json", "Json" },
        { "report", "People" },
        { "debug print-plan", "People" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Text_of_users_stays_text_in_what_is_printed(string call, string form)
    {
        using var folder = HostileProject.Create();
        foreach (var (side, objective) in new[] { ("old", "99.9%"), ("new", "99.5%") })
        {
            folder.Write($"{side}/slo-specs/{HostileProject.Name}.slo.yaml", HostileProject.Spec(objective));
        }

        AssertSafe(InProcess.Run(folder, call.Split(' ')), Enum.Parse<Form>(form));
        folder.Write($"slo-specs/broken{HostileProject.Name}.slo.yaml", HostileProject.BrokenSpec);
        AssertSafe(InProcess.Run(folder, call.Split(' ')), Enum.Parse<Form>(form));
    }

    [Theory]
    [InlineData("compile")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("diff")]
    public void Text_of_users_stays_text_where_it_is_given_on_the_command_line(string command)
    {
        using var folder = HostileProject.Create();
        AssertSafe(InProcess.Run(folder, command, HostileProject.Text), Form.People);
        AssertSafe(InProcess.Run(folder, command, "--" + HostileProject.Text), Form.People);
        AssertSafe(InProcess.Run(folder, HostileProject.Text), Form.People);
    }

    [Fact]
    public void Generated_files_are_read_as_what_was_written()
    {
        using var folder = HostileProject.Create();
        InProcess.Run(folder, "compile").ShouldSucceed();
        InProcess.Run(folder, "compile", "--check").ShouldSucceed();
        var output = ExampleProject.Output(folder);
        foreach (var (path, text) in output)
        {
            Assert.DoesNotContain("\n::warning", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', text);
            if (path.EndsWith(".json", StringComparison.Ordinal))
            {
                JsonDocument.Parse(text).Dispose();
            }
        }

        var dashboard = JsonDocument.Parse(output["grafana/edge.json"]).RootElement;
        Assert.Contains(HostileProject.Text, Strings(dashboard).Single(s => s.StartsWith(HostileProject.Text, StringComparison.Ordinal) && s.Length == HostileProject.Text.Length), StringComparison.Ordinal);
    }

    [PromtoolFact]
    public void Generated_rules_are_rules_for_promtool()
    {
        using var folder = HostileProject.Create();
        InProcess.Run(folder, "compile").ShouldSucceed();
        Tool.Run("promtool", ["check", "rules", "generated/prometheus/edge.rules.yml"], folder.FullPath).ShouldSucceed();
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString() ?? ""],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        _ => [],
    };

    private static void AssertSafe(ToolResult result, Form form)
    {
        Assert.NotEqual(3, result.ExitCode);
        AssertShowable(result.Error);
        if (form != Form.Xml)
        {
            AssertShowable(result.Output, isData: form == Form.Json);
        }

        switch (form)
        {
            case Form.People or Form.Markdown:
                Assert.DoesNotContain(result.Output.Split('\n'), l => l.TrimStart().StartsWith("::", StringComparison.Ordinal));
                Assert.True(form == Form.People || !result.Output.Contains("<script", StringComparison.Ordinal), result.Output);
                break;
            case Form.Workflow:
                Assert.All(result.Output.TrimEnd('\n').Split('\n'), l => Assert.Matches("^::(error|warning|notice) file=[^:,]*,line=", l));
                break;
            case Form.Json when result.ExitCode == 0 && result.Output.Length > 0:
                JsonDocument.Parse(result.Output).Dispose();
                break;
            case Form.Xml when result.Output.Length > 0:
                XDocument.Parse(result.Output);
                break;
        }
    }

    /// <summary>Nothing moves the cursor, changes colours, turns the direction, or breaks a line but a line break of ours.</summary>
    private static void AssertShowable(string text, bool isData = false)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isControl = Rune.IsControl(rune) && rune.Value != '\n';
            var isHidden = !isData && (rune.Value is 0x2028 or 0x2029 || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0x200d));
            Assert.False(isControl || isHidden, string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4} in:\n{text}"));
        }
    }
}
