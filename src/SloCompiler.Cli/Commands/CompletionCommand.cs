using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Cli.Completion;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo completion</c>: scripts with which shells complete command lines.</summary>
internal sealed class CompletionCommand : ICliCommand
{
    private readonly ChoiceArgument _shell = new("SHELL", "The shell that the script is for.", CompletionScripts.Shells);

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo completion bash > /etc/bash_completion.d/slo", "for all users of bash"),
        new("slo completion zsh > ~/.zsh/completions/_slo", "for zsh, in a folder of $fpath"),
        new("slo completion fish > ~/.config/fish/completions/slo.fish", "for fish"),
        new("slo completion powershell | Out-String | Invoke-Expression", "for this session of PowerShell"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("completion", "Print a script that completes commands, options and names in a shell.") { _shell };
        command.SetAction(parsed =>
        {
            services.Terminal.Out.Write(CompletionScripts.For(parsed.GetRequiredValue(_shell), CommandTree.Of(services)));
            return ExitCodes.Clean;
        });
        return command;
    }
}
