using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli.Help;

/// <summary>What <c>--help</c> does.</summary>
internal sealed class HelpPageAction(ITerminal terminal, IReadOnlyDictionary<Command, IReadOnlyList<CommandExample>> examples)
    : SynchronousCommandLineAction
{
    /// <summary>Makes it the help of all commands.</summary>
    public static void Install(RootCommand root, ITerminal terminal, IReadOnlyDictionary<Command, IReadOnlyList<CommandExample>> examples)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
            {
                option.Description = "Print this help.";
                option.Action = new HelpPageAction(terminal, examples);
            }
            else if (option is VersionOption)
            {
                option.Description = "Print the version.";
            }
        }
    }

    /// <summary>Help is also for those who do not yet know which arguments a command needs.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        new HelpRenderer(terminal).Write(new CommandPages(examples).Of(parseResult.CommandResult.Command));
        return ExitCodes.Clean;
    }
}
