using SloCompiler.Cli.Commands;
using SloCompiler.Cli.Help;
using SloCompiler.Cli.Rendering;
using SloCompiler.Files;
using SloCompiler.Processes;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Help;

public sealed class HelpTextTests
{
    private static readonly CommandPage Root = CommandTree.Of(ServicesOf(new InProcess.TextTerminal("")));

    private static IEnumerable<CommandPage> Pages => Root.All;

    private static IEnumerable<HelpEntry> Entries => Pages.SelectMany(p => p.Arguments.Concat(p.Options)).Concat(Root.GlobalOptions);

    [Fact]
    public void Descriptions_are_sentences()
    {
        var texts = Pages.Select(p => (p.Name, p.Description)).Concat(Entries.Select(e => (e.Name, e.Description)));
        Assert.Empty(texts.Select(t => ProblemOf(t.Name, t.Description)).OfType<string>());
    }

    [Fact]
    public void Every_command_has_examples_that_are_told_in_a_few_words()
    {
        Assert.Empty(Pages.Where(p => p.Examples.IsEmpty).Select(p => p.Name));
        var examples = Pages.SelectMany(p => p.Examples);
        Assert.DoesNotContain(examples, e => e.Meaning.EndsWith('.') || e.Meaning.Contains("  ", StringComparison.Ordinal) || (char.IsUpper(e.Meaning[0]) && !char.IsUpper(e.Meaning[1])));
    }

    [Fact]
    public void Examples_parse()
    {
        foreach (var words in Pages.SelectMany(p => p.Examples).SelectMany(e => CommandLines.Of(e.CommandLine)))
        {
            var (root, _) = CommandCatalog.CreateRoot(ServicesOf(new InProcess.TextTerminal("")), words);
            new GlobalOptions().AddTo(root);
            var parsed = root.Parse(words);
            Assert.True(parsed.Errors.Count == 0, $"{string.Join(' ', words)}: {string.Join(' ', parsed.Errors.Select(e => e.Message))}");
        }
    }

    [Fact]
    public void Options_that_commands_share_come_in_the_same_order_everywhere()
    {
        var before = Pages.SelectMany(p => Pairs([.. p.Options.Select(o => o.Name)])).ToHashSet();
        Assert.DoesNotContain(before, pair => before.Contains((pair.Second, pair.First)));
    }

    [Fact]
    public void Options_that_commands_share_take_the_same_kind_of_value()
    {
        foreach (var group in Entries.Where(e => !e.Names.IsEmpty).GroupBy(e => e.Name, StringComparer.Ordinal).Where(g => g.Key != "--check" && g.Key != "--diff"))
        {
            Assert.Single(group.Select(e => (e.Value, string.Join(' ', e.Names))).Distinct());
        }
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(72, 72)]
    [InlineData(250, 100)]
    public void Help_is_as_wide_as_the_terminal_within_reason(int terminal, int most)
    {
        foreach (var page in Pages)
        {
            using var output = new InProcess.TextTerminal("") { Width = terminal };
            new HelpRenderer(output).Write(page);
            var text = output.Out.ToString() ?? "";
            Assert.DoesNotContain(text.Split('\n'), line => DisplayText.WidthOf(line) > most && !page.Examples.Any(e => line.Trim() == e.CommandLine));
            Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
        }
    }

    [Fact]
    public void The_manual_is_up_to_date() => Golden.MatchesFile("man/slo.1", ManualPage.Of(Root), "tests/SloCompiler.Cli.Tests");

    [Fact]
    public void The_reference_is_up_to_date()
        => Golden.MatchesFile("docs/reference/commands.md", CommandReference.Of(Root), "tests/SloCompiler.Cli.Tests");

    [ToolFact("groff")]
    public void The_manual_is_well_formed()
    {
        var result = Tool.Run("groff", ["-man", "-ww", "-z", "-Tutf8", Repository.PathOf("man/slo.1")]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Help_is_a_command_too()
    {
        using var folder = new TempFolder();
        Assert.Equal(InProcess.Run(folder, "runbook", "new", "--help").Output, InProcess.Run(folder, "help", "runbook", "new").Output);
    }

    private static string? ProblemOf(string name, string text)
        => text.Length == 0 ? $"{name} says nothing."
            : !char.IsUpper(text[0]) ? $"{name} starts in lower case: {text}"
            : !text.EndsWith('.') ? $"{name} has no full stop: {text}"
            : text.Contains("  ", StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal) ? $"{name} has two blanks or a line break: {text}"
            : null;

    private static IEnumerable<(string First, string Second)> Pairs(string[] names)
        => names.SelectMany((first, i) => names.Skip(i + 1).Select(second => (first, second)));

    private static CliServices ServicesOf(InProcess.TextTerminal terminal)
        => new(terminal, new PhysicalFileSystem(), TimeProvider.System, new SystemProcessRunner());
}
