using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Files;
using SloCompiler.Processes;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Terminals;

public sealed class TerminalTests
{
    private const string Erase = "\r\u001b[K";

    [Theory]
    [InlineData(true, true, "")]
    [InlineData(false, false, "")]
    [InlineData(true, false, "NO_COLOR=1")]
    [InlineData(true, true, "NO_COLOR=")]
    [InlineData(true, false, "TERM=dumb")]
    [InlineData(true, false, "CLICOLOR=0")]
    [InlineData(false, true, "FORCE_COLOR=1")]
    [InlineData(false, true, "CLICOLOR_FORCE=1")]
    [InlineData(false, false, "FORCE_COLOR=0")]
    [InlineData(false, false, "FORCE_COLOR=1 NO_COLOR=1")]
    [InlineData(true, true, "TERM=dumb FORCE_COLOR=1")]
    public void Colours_are_where_the_environment_wants_them(bool isTerminal, bool expected, string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1], StringComparer.Ordinal);
        Assert.Equal(expected, ColorChoice.ByEnvironment(isTerminal, name => variables.GetValueOrDefault(name)));
    }

    [Theory]
    [InlineData("always", false, true)]
    [InlineData("never", true, false)]
    [InlineData("auto", true, true)]
    [InlineData("auto", false, false)]
    public void The_option_for_colours_is_stronger_than_the_terminal(string option, bool hasColor, bool expected)
    {
        using var folder = ExampleProject.Create();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "never"));
        using var terminal = new InProcess.TextTerminal("") { HasColor = hasColor };
        Assert.Equal(1, InProcess.RunOn(terminal, folder, TimeProvider.System, "check", "--color", option));
        Assert.Equal(expected, terminal.Out.ToString()?.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Quiet_leaves_findings_and_results()
    {
        using var folder = ExampleProject.Create();
        Assert.Equal((0, "", ""), Parts(InProcess.Run(folder, "check", "--quiet")));
        Assert.Equal((0, "", ""), Parts(InProcess.Run(folder, "compile", "-q")));
        Assert.Equal((0, "", ""), Parts(InProcess.Run(folder, "fmt", "-q")));
        Assert.NotEqual("", InProcess.Run(folder, "explain", "-q").Output);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "never"));
        var (code, output, error) = Parts(InProcess.Run(folder, "check", "-q"));
        Assert.Equal((1, ""), (code, error));
        Assert.Contains("error[", output, StringComparison.Ordinal);
        Assert.NotEqual("", InProcess.Run(folder, "explain", "nothing", "-q", "--color", "never").Output + InProcess.Run(folder, "chek", "-q").Error);
    }

    [Fact]
    public void Verbose_tells_what_was_read_and_what_took_time()
    {
        using var folder = ExampleProject.Create();
        var result = InProcess.Run(folder, "check", "--verbose", "--quiet");
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        string[] lines = ["settings:   slo.yaml", "specs:      1 file, ", "stage:      reading files", "stage:      checking rules", "total:  "];
        Assert.All(lines, line => Assert.Contains($"\n{line}", $"\n{result.Error}", StringComparison.Ordinal));
        Assert.DoesNotContain(folder.FullPath, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_shown_after_a_second_with_counts_and_erased()
    {
        var clock = new ManualClock();
        using var terminal = new InProcess.TextTerminal("") { HasProgress = true };
        var services = new CliServices(terminal, new PhysicalFileSystem(), clock, new SystemProcessRunner());
        using (new ProgressLine(services, "Checking"))
        {
            services.Progress.Begin("reading files");
            services.Progress.Expect(2000);
            services.Progress.Count();
            clock.Advance(TimeSpan.FromMilliseconds(999));
            Assert.Equal("", terminal.Error.ToString());
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal("\rChecking: reading files 1 of 2,000 (1 s)\u001b[K", terminal.Error.ToString());
            services.Progress.Begin("checking rules");
            clock.Advance(TimeSpan.FromMilliseconds(200));
            Assert.EndsWith("\rChecking: checking rules (1 s)\u001b[K", terminal.Error.ToString(), StringComparison.Ordinal);
        }

        Assert.EndsWith(Erase, terminal.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 900)]
    [InlineData(false, 9000)]
    public void Neither_short_runs_nor_pipes_show_progress(bool hasProgress, int milliseconds)
    {
        var clock = new ManualClock();
        using var terminal = new InProcess.TextTerminal("") { HasProgress = hasProgress };
        using (new ProgressLine(new CliServices(terminal, new PhysicalFileSystem(), clock, new SystemProcessRunner()), "Checking"))
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        }

        Assert.Equal("", terminal.Error.ToString());
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本語", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("\U0001f469\u200d\U0001f469\u200d\U0001f467", 2)]
    [InlineData("\U0001f1e9\U0001f1ea", 2)]
    [InlineData("\u2764\ufe0f", 2)]
    [InlineData("\U0001f44d\U0001f3fd", 2)]
    [InlineData("ﬀ…×–", 4)]
    public void Text_is_as_wide_as_terminals_show_it(string text, int columns) => Assert.Equal(columns, DisplayText.WidthOf(text));

    [Theory]
    [InlineData("explain")]
    [InlineData("cost")]
    [InlineData("rules")]
    public void Tables_fit_into_the_terminal_and_lose_nothing(string command)
    {
        using var folder = ExampleProject.Create();
        var piped = Words(Output(folder, 0, command));
        foreach (var width in (int[])[40, 80, 140])
        {
            var lines = Output(folder, width, command).Split('\n');
            Assert.DoesNotContain(lines, l => DisplayText.WidthOf(l) > width && l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 4);
            Assert.Empty(piped.Except(Words(string.Join('\n', lines))));
        }
    }

    [Fact]
    public void Lines_break_between_words_only()
        => Assert.Equal(["日本 日本", "averyverylongword", "a b"], TextWrap.Wrap("日本 日本 averyverylongword a b", 9));

    private static (int Code, string Output, string Error) Parts(ToolResult result) => (result.ExitCode, result.Output, result.Error);

    private static string Output(TempFolder folder, int width, string command)
    {
        using var terminal = new InProcess.TextTerminal("") { Width = width };
        Assert.Equal(0, InProcess.RunOn(terminal, folder, TimeProvider.System, command));
        return terminal.Out.ToString() ?? "";
    }

    private static HashSet<string> Words(string text)
        => [.. text.Split([' ', '\n', '|', '│', '+', '-', '─', '┬', '┼', '┴', '├', '┤', '╭', '╮', '╰', '╯'], StringSplitOptions.RemoveEmptyEntries)];
}
