using SloCompiler.Cli.Completion;
using SloCompiler.Cli.Help;
using SloCompiler.Files;
using SloCompiler.Processes;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Completion;

public sealed class CompletionTests
{
    private static readonly CommandPage Root = CommandTree.Of(
        new CliServices(new InProcess.TextTerminal(""), new PhysicalFileSystem(), TimeProvider.System, new SystemProcessRunner()));

    [Fact]
    public void Every_value_has_a_known_kind()
    {
        var unknown = Root.All.SelectMany(p => p.Arguments.Concat(p.Options)).Concat(Root.GlobalOptions).Where(e => ValueKinds.Of(e) is null);
        Assert.Empty(unknown.Select(e => $"{e.Name} {e.Value}: add the value to ValueKinds"));
    }

    [Theory]
    [InlineData("slo che", "check")]
    [InlineData("slo runbook s", "sync")]
    [InlineData("slo check --fo", "--format")]
    [InlineData("slo check --format j", "json junit")]
    [InlineData("slo check --format=sar", "sarif")]
    [InlineData("slo fmt --colo", "--color")]
    [InlineData("slo compile --color a", "auto always")]
    [InlineData("slo compile --target victoria", "victoriametrics")]
    [InlineData("slo explain edge/a", "edge/availability")]
    [InlineData("slo rules rate-window-too-s", "rate-window-too-short")]
    [InlineData("slo check slo.y", "slo.yaml")]
    public void Bash_completes(string line, string expected)
    {
        using var folder = Folder();
        var words = line.Replace("=", " = ", StringComparison.Ordinal).Split(' ');
        folder.Write("ask.bash", $"""
            source ./slo.bash
            COMP_WORDS=({string.Join(' ', words.Select(w => $"'{w}'"))})
            COMP_CWORD={words.Length - 1}
            _slo
            echo "$(IFS=' '; echo "{"${COMPREPLY[*]}"}")"

            """);
        Assert.Equal(expected, Shell(folder, "bash", "--norc", "ask.bash"));
    }

    [ToolTheory("zsh")]
    [InlineData("slo che", "check")]
    [InlineData("slo check --fo", "--format")]
    [InlineData("slo check --format ", "text json sarif github gitlab checkstyle junit")]
    [InlineData("slo runbook ", "new sync check")]
    [InlineData("slo explain ", "edge edge/availability")]
    [InlineData("slo check ", "files")]
    public void Zsh_completes(string line, string expected)
    {
        using var folder = Folder();
        var words = line.Split(' ');
        folder.Write("ask.zsh", $$"""
            compdef() { :; }
            compadd() { shift; print -r -- "$@"; }
            _files() { print files; }
            _describe() { [[ $1 == -o ]] && shift; local -a all=("${(@P)2}"); all=("${(@)all%%:*}"); print -r -- ${(M)all:#$PREFIX*}; }
            source ./slo.zsh
            words=({{string.Join(' ', words.Select(w => $"'{w}'"))}})
            CURRENT={{words.Length}} PREFIX="${words[-1]}"
            _slo

            """);
        Assert.Equal(expected, Shell(folder, "zsh", "-f", "ask.zsh"));
    }

    [ToolTheory("fish")]
    [InlineData("slo che", "check")]
    [InlineData("slo check --fo", "--format")]
    [InlineData("slo check --format js", "json")]
    [InlineData("slo runbook sy", "sync")]
    [InlineData("slo explain edge/", "edge/availability")]
    [InlineData("slo compile --color al", "always")]
    [InlineData("slo check slo.y", "slo.yaml")]
    public void Fish_completes(string line, string expected)
    {
        using var folder = Folder();
        folder.Write("ask.fish", $"source ./slo.fish\ncomplete -C '{line}' | string replace -r '\\t.*' ''; true\n");
        Assert.Equal(expected, Shell(folder, "fish", "--no-config", "ask.fish"));
    }

    // There is no PowerShell for the machine that runs these tests: the script's tables are compared with the commands.
    [Fact]
    public void The_script_for_PowerShell_knows_all_commands_and_options()
    {
        var script = CompletionScripts.For("powershell", Root);
        foreach (var page in Root.All)
        {
            var options = string.Join(", ", CompletionScripts.OptionsOf(page).Select(o => $"'{o.Name}'"));
            Assert.Contains($"    '{page.Name}' = @({options})\n", script, StringComparison.Ordinal);
        }

        Assert.Contains("'slo check --fail-on' = @('error', 'warning', 'info')", script, StringComparison.Ordinal);
        Assert.Contains("'slo explain' = @('?slos')", script, StringComparison.Ordinal);
        foreach (var (open, close) in new[] { ('{', '}'), ('(', ')'), ('[', ']') })
        {
            Assert.Equal(script.Count(c => c == open), script.Count(c => c == close));
        }
    }

    [Fact]
    public void Names_are_told_of_projects_that_are_broken_too()
    {
        using var folder = new TempFolder();
        Assert.Equal((0, "", ""), InProcess.Run(folder, "__complete", "slos") is var none ? (none.ExitCode, none.Output, none.Error) : default);
        folder.Write("slo.yaml", ": [");
        Assert.Equal(0, InProcess.Run(folder, "__complete", "slos").ExitCode);
        Assert.Contains("rate-window-too-short\n", InProcess.Run(folder, "__complete", "rules").Output, StringComparison.Ordinal);
    }

    // A project, the scripts, and a slo that answers as the real one does.
    private static TempFolder Folder()
    {
        var folder = ExampleProject.Create();
        foreach (var shell in CompletionScripts.Shells)
        {
            folder.Write($"slo.{shell}", InProcess.Run(folder, "completion", shell).ShouldSucceed().Output);
        }

        folder.Write("bin/slos", InProcess.Run(folder, "__complete", "slos").ShouldSucceed().Output);
        folder.Write("bin/rules", InProcess.Run(folder, "__complete", "rules").ShouldSucceed().Output);
        folder.Write("bin/slo", "#!/bin/sh\nexec cat \"$(dirname \"$0\")/$2\"\n");
        Tool.Run("chmod", ["u+x", folder.PathOf("bin/slo")]).ShouldSucceed();
        return folder;
    }

    private static string Shell(TempFolder folder, string shell, params string[] arguments)
    {
        var path = $"{folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        var result = Tool.Run("env", [$"PATH={path}", $"HOME={folder.FullPath}", shell, .. arguments], folder.FullPath).ShouldSucceed();
        Assert.Equal("", result.Error);
        return string.Join(' ', result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
