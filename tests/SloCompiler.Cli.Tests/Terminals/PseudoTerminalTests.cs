using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Terminals;

/// <summary>The built command on a terminal that <c>script</c> pretends to be.</summary>
public sealed class PseudoTerminalTests
{
    private static readonly string Slo = $"dotnet {Path.Combine(AppContext.BaseDirectory, "slo.dll")}";

    [ToolFact("script")]
    public void A_terminal_gets_colours_and_the_width_of_its_window()
    {
        using var folder = ExampleProject.Create();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "never"));
        Assert.Contains("\u001b[1;31m", On(folder, $"{Slo} check", "TERM=xterm"), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", On(folder, $"{Slo} check", "TERM=dumb"), StringComparison.Ordinal);
        var help = On(folder, $"stty cols 60; {Slo} compile --help", "TERM=dumb").Split('\n');
        Assert.InRange(help.Where(l => !l.Contains("slo compile", StringComparison.Ordinal)).Max(l => l.TrimEnd('\r').Length), 50, 60);
    }

    [ToolFact("script")]
    public void A_long_run_shows_progress_on_a_terminal_only_and_leaves_no_trace()
    {
        using var folder = new TempFolder();
        var rules = string.Concat(Enumerable.Range(0, 400).Select(i => $"      - alert: A{i}\n        expr: sum by (job) (rate(errors_total{{code=~\"5..\",n=\"{i}\"}}[5m])) > {i}\n"));
        foreach (var i in Enumerable.Range(0, 60))
        {
            folder.Write($"{i}.rules.yml", $"groups:\n  - name: g{i}\n    rules:\n{rules}");
        }

        const string Shown = "\rChecking: ";
        var command = $"{Slo} check --no-cache --threads 1 . > out.txt";
        var text = On(folder, command, "TERM=xterm", "CI=");
        Assert.Contains(Shown, text, StringComparison.Ordinal);
        Assert.Contains(" of ", text, StringComparison.Ordinal);
        var rest = text[text.LastIndexOf("\r\u001b[K", StringComparison.Ordinal)..];
        Assert.DoesNotContain("Checking", rest, StringComparison.Ordinal);
        Assert.DoesNotContain(Shown, On(folder, command, "TERM=xterm", "CI=true"), StringComparison.Ordinal);
    }

    private static string On(TempFolder folder, string command, params string[] environment)
        => Tool.Run("env", [.. environment, "script", "-qec", command, "/dev/null"], folder.FullPath).Output;
}
