using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Processes;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo preview</c>: starts <c>slo-preview</c>, a program of its own, so that <c>slo</c> needs no web server.</summary>
internal sealed class PreviewCommand : ICliCommand
{
    /// <summary>Name of the program.</summary>
    internal const string Program = "slo-preview";

    private readonly Option<string?> _port = SharedOptions.Numeric(
        "--port", "Port on 127.0.0.1. Default: any that is free.", text => SharedOptions.ReadNumber(text) is <= 65_535, "a whole number from 1 to 65535");

    private readonly Option<string?> _templates = new("--templates")
    {
        Description = "Folder with templates that replace built-in ones, as of slo report.",
        HelpName = "DIR",
    };

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo preview", "see the pages in a browser while you write specs"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("preview", "Show the pages of slo report on this machine, anew whenever a file changes. Needs the tool SloCompiler.Preview.") { _port, _templates };
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        string[] arguments =
        [
            .. parsed.GetValue(_port) is { } port ? ["--port", port] : Array.Empty<string>(),
            .. parsed.GetValue(_templates) is { } templates ? ["--templates", templates] : Array.Empty<string>(),
        ];
        if (ForegroundProgram.Run(Program, [.. arguments]) is { } exitCode)
        {
            return exitCode;
        }

        services.Terminal.Error.Write($"slo: There is no program {Program}, neither beside slo nor on the PATH. Install it with: dotnet tool install --global SloCompiler.Preview\n");
        return ExitCodes.Usage;
    }
}
