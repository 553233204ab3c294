using System.CommandLine;
using SloCompiler.Cli.Commands;
using SloCompiler.Cli.Help;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli;

/// <summary>The command <c>slo</c>: parses arguments, runs a command, turns what escapes into an exit code.</summary>
public sealed class CliApplication
{
    private readonly RunTerminal _terminal;
    private readonly CliServices _services;

    /// <summary>Makes the command.</summary>
    /// <param name="services">What it uses of the outside world.</param>
    public CliApplication(CliServices services)
    {
        _terminal = new RunTerminal(services.Terminal);
        _services = services with { Terminal = _terminal };
    }

    /// <summary>Runs a command line and returns its exit code.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            return Invoke(arguments is ["help", ..] ? [.. arguments.Skip(1), "--help"] : arguments);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return BugReport.Write(_terminal, arguments, exception);
        }
    }

    private int Invoke(IReadOnlyList<string> arguments)
    {
        var start = _services.Clock.GetTimestamp();
        var (root, examples) = CommandCatalog.CreateRoot(_services, arguments);
        var options = new GlobalOptions();
        options.AddTo(root);
        HelpPageAction.Install(root, _terminal, examples);
        VersionLine.Install(root);
        if (arguments.Count == 0)
        {
            _ = root.Parse(["--help"]).Invoke(Configuration);
            return ExitCodes.Usage;
        }

        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        options.Apply(parsed, _terminal);
        if (parsed.Errors.Count > 0)
        {
            UsageErrors.Write(_terminal, parsed);
            return ExitCodes.Usage;
        }

        var exitCode = parsed.Invoke(Configuration);
        if (options.IsVerbose(parsed))
        {
            VerboseReport.Write(_terminal.Error, _services.Progress, _services.Clock.GetElapsedTime(start));
        }

        return exitCode;
    }

    private InvocationConfiguration Configuration => new()
    {
        Output = _terminal.Out,
        Error = _terminal.Error,
        EnableDefaultExceptionHandler = false,
    };
}
