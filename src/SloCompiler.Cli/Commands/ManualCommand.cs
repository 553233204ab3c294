using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo manual</c>: the manual page.</summary>
internal sealed class ManualCommand : ICliCommand
{
    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo manual | man -l -", "read it"),
        new("slo manual > ~/.local/share/man/man1/slo.1", "install it, for man slo"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("manual", "Print the manual page, in the format of man.");
        command.SetAction(_ =>
        {
            services.Terminal.Out.Write(ManualPage.Of(CommandTree.Of(services)));
            return ExitCodes.Clean;
        });
        return command;
    }
}
