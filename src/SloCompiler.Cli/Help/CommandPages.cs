using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using SloCompiler.Cli.Commands;

namespace SloCompiler.Cli.Help;

/// <summary>Makes the pages of commands.</summary>
/// <param name="examples">The examples of commands and of those below them.</param>
internal sealed class CommandPages(IReadOnlyDictionary<Command, IReadOnlyList<CommandExample>> examples)
{
    private static readonly ImmutableArray<string> HelpNames = ["--help", "-h"];

    /// <summary>The page of a command.</summary>
    public CommandPage Of(Command command)
    {
        var name = CommandCatalog.FullName(command);
        return new CommandPage(
            name,
            command.Description ?? "",
            [.. command.Arguments.Where(a => !a.Hidden).Select(Entry)],
            [.. command.Options.Where(o => !o.Hidden && !o.Recursive).Select(Entry)],
            [.. Upwards(command).SelectMany(c => c.Options).Where(o => !o.Hidden && o.Recursive).Select(Entry)],
            [.. command.Subcommands.Where(c => !c.Hidden).Select(Of)],
            ExamplesOf(command, name));
    }

    private static IEnumerable<Command> Upwards(Command command)
    {
        for (Command? current = command; current is not null; current = current.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return current;
        }
    }

    // A command below another has those examples that are about it.
    private ImmutableArray<CommandExample> ExamplesOf(Command command, string name)
    {
        var own = Upwards(command).Select(c => examples.GetValueOrDefault(c)).FirstOrDefault(e => e is not null) ?? [];
        return [.. own.Where(e => examples.ContainsKey(command) || $"{e.CommandLine} ".StartsWith($"{name} ", StringComparison.Ordinal))];
    }

    private static HelpEntry Entry(Argument argument)
    {
        var choices = argument is ChoiceArgument words ? words.Values : [];
        return new HelpEntry(
            [],
            argument.HelpName ?? argument.Name,
            Sentences(argument.Description, choices, (argument as ChoiceArgument)?.Default),
            [.. choices],
            argument.Arity.MinimumNumberOfValues > 0,
            argument.Arity.MaximumNumberOfValues > 1);
    }

    private static HelpEntry Entry(Option option)
    {
        var choices = option is ChoiceOption words ? words.Values : [];
        ImmutableArray<string> names = option is HelpOption ? HelpNames : [option.Name, .. option.Aliases.Where(a => a != option.Name).Order(StringComparer.Ordinal)];
        var takesValue = option.Arity.MaximumNumberOfValues > 0 && option is not (Option<bool> or HelpOption or VersionOption);
        return new HelpEntry(
            names,
            takesValue ? option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant() : "",
            Sentences(option.Description, choices, (option as ChoiceOption)?.Default),
            [.. choices],
            option.Required,
            takesValue && option.Arity.MaximumNumberOfValues > 1);
    }

    private static string Sentences(string? description, IReadOnlyList<string> choices, string? byDefault)
    {
        var text = description ?? "";
        if (choices.Count > 0)
        {
            text += $" One of {Choices.Listed(choices)}";
            text += byDefault is null ? "." : $"; {byDefault} by default.";
        }

        return text;
    }
}
