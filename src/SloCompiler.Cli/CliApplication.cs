using System.CommandLine;
using SloCompiler.Cli.Commands;
using SloCompiler.Text;

namespace SloCompiler.Cli;

/// <summary>The command <c>slo</c>: parses arguments, runs a command, turns what escapes into an exit code.</summary>
public sealed class CliApplication(CliServices services)
{
    /// <summary>Runs a command line and returns its exit code.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            return Invoke(arguments);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return BugReport.Write(services.Terminal, arguments, exception);
        }
    }

    private int Invoke(IReadOnlyList<string> arguments)
    {
        var (root, examples) = CommandCatalog.CreateRoot(services);
        HelpWithExamples.Install(root, examples);
        if (arguments.Count == 0)
        {
            _ = root.Parse(["--help"]).Invoke(Configuration);
            return ExitCodes.Usage;
        }

        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count > 0 ? Refuse(parsed) : parsed.Invoke(Configuration);
    }

    private InvocationConfiguration Configuration => new()
    {
        Output = services.Terminal.Out,
        Error = services.Terminal.Error,
        EnableDefaultExceptionHandler = false,
    };

    private int Refuse(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Action is null && parsed.UnmatchedTokens is [var unknown, ..])
        {
            var hint = Suggestions.Nearest(unknown, command.Subcommands.Select(c => c.Name)) is { } near ? $" Did you mean {near}?" : "";
            services.Terminal.Error.Write($"slo: There is no command \"{unknown}\".{hint}\n");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                services.Terminal.Error.Write($"slo: {error.Message.ReplaceLineEndings(" ")}\n");
            }
        }

        services.Terminal.Error.Write($"Run {CommandCatalog.FullName(command)} --help for usage.\n");
        return ExitCodes.Usage;
    }
}
