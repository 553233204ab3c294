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
        var (root, examples) = CommandCatalog.CreateRoot(services, arguments);
        HelpWithExamples.Install(root, examples);
        VersionLine.Install(root);
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

    private static string OneLine(string message)
        => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private int Refuse(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Action is null && parsed.UnmatchedTokens is [var unknown, ..])
        {
            var hint = Suggestions.Nearest(unknown, command.Subcommands.Select(c => c.Name)) is { } near ? $" Did you mean {near}?" : "";
            services.Terminal.Error.Write($"slo: There is no command \"{unknown}\".{hint}\n");
        }
        else if (command.Action is null)
        {
            services.Terminal.Error.Write($"slo: {CommandCatalog.FullName(command)} needs one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}.\n");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                services.Terminal.Error.Write($"slo: {OneLine(error.Message)}\n");
            }
        }

        services.Terminal.Error.Write($"Run {CommandCatalog.FullName(command)} --help for usage.\n");
        return ExitCodes.Usage;
    }
}
