using System.CommandLine;
using System.CommandLine.Parsing;
using SloCompiler.Cli.Commands;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Text;

namespace SloCompiler.Cli;

/// <summary>Says what is wrong with a command line, in sentences, with the nearest thing that is right.</summary>
internal static class UsageErrors
{
    /// <summary>Writes all that is wrong, and where to read on.</summary>
    public static void Write(ITerminal terminal, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var message in MessagesOf(parsed, command).Distinct(StringComparer.Ordinal))
        {
            terminal.Error.Write($"slo: {OneLine(message)}\n");
        }

        terminal.Error.Write($"Run {CommandCatalog.FullName(command)} --help for usage.\n");
    }

    private static IEnumerable<string> MessagesOf(ParseResult parsed, Command command)
    {
        var name = CommandCatalog.FullName(command);
        if (command.Action is null)
        {
            return [parsed.UnmatchedTokens is [var word, ..] ? UnknownCommand(command, name, word) : $"{name} needs one of {Names(command)}."];
        }

        // What a word that nobody knows was meant to be explains what else is missing.
        return parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => Unmatched(command, name, token))
            : parsed.Errors.Select(error => Sentence(error, name));
    }

    private static string UnknownCommand(Command command, string name, string word)
    {
        if (IsOption(word))
        {
            return UnknownOption(command, word);
        }

        var hint = Suggestions.Nearest(word, command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)) is { } near ? $"Did you mean {near}?"
            : command is RootCommand ? "" : $"There are {Names(command)}.";
        return $"There is no command \"{(command is RootCommand ? word : $"{name[4..]} {word}")}\". {hint}";
    }

    private static string Unmatched(Command command, string name, string token)
        => IsOption(token) ? UnknownOption(command, token)
            : command.Arguments.Count == 0 ? $"{name} takes no arguments; \"{token}\" is one."
            : $"{name} takes {Takes(command)}; \"{token}\" is one too many.";

    private static string Takes(Command command)
        => command.Arguments is [var only] ? only.Arity.MaximumNumberOfValues == 1 ? $"one {only.Name}" : $"{only.Arity.MaximumNumberOfValues} {only.Name}"
            : Choices.Listed([.. command.Arguments.Select(a => a.Name)], "and");

    /// <summary>That there is no such option, with the nearest one.</summary>
    internal static string UnknownOption(Command command, string token)
    {
        var known = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive));
        var hint = Suggestions.Nearest(token.Split('=', 2)[0], known.Select(o => o.Name)) is { } near ? $" Did you mean {near}?" : "";
        return $"There is no option {token}.{hint}";
    }

    // Messages of our own validators are sentences already.
    private static string Sentence(ParseError error, string command) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option when option.Option.Arity.MinimumNumberOfValues > 0
            => $"{option.Option.Name} needs a value: {option.Option.Name} {option.Option.HelpName}.",
        OptionResult option when option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues => $"{option.Option.Name} goes once.",
        ArgumentResult { Tokens.Count: 0 } argument when argument.Argument.Arity.MinimumNumberOfValues > 0 => Missing(command, argument.Argument),
        CommandResult result when error.Message.StartsWith("Required argument", StringComparison.Ordinal) && FirstMissing(result) is { } missing => Missing(command, missing),
        _ => error.Message,
    };

    private static string Missing(string command, Argument argument)
        => $"{command} needs {argument.Name}{(argument is ChoiceArgument choice ? $": {Choices.Listed(choice.Values)}" : "")}.";

    private static Argument? FirstMissing(CommandResult result)
        => result.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && result.GetResult(a) is not { Tokens.Count: > 0 });

    private static string Names(Command command) => Choices.Listed([.. command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)]);

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static string OneLine(string message)
        => DisplayText.OneLine(string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
