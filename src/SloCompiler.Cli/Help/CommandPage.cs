using System.Collections.Immutable;

namespace SloCompiler.Cli.Help;

/// <summary>What help, the manual, the reference and completion tell of a command. Made from the commands themselves.</summary>
/// <param name="Name">As it is typed, such as <c>slo runbook new</c>.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Arguments">What it is given, in order.</param>
/// <param name="Options">Its own options.</param>
/// <param name="GlobalOptions">The options of all commands.</param>
/// <param name="Subcommands">The commands below it.</param>
/// <param name="Examples">Command lines.</param>
internal sealed record CommandPage(
    string Name,
    string Description,
    ImmutableArray<HelpEntry> Arguments,
    ImmutableArray<HelpEntry> Options,
    ImmutableArray<HelpEntry> GlobalOptions,
    ImmutableArray<CommandPage> Subcommands,
    ImmutableArray<CommandExample> Examples)
{
    /// <summary>The last word of the name.</summary>
    public string Word => Name[(Name.LastIndexOf(' ') + 1)..];

    /// <summary>How it is typed.</summary>
    public string Usage => string.Join(' ',
    [
        Name,
        .. Subcommands.IsEmpty ? Array.Empty<string>() : ["COMMAND"],
        .. Arguments.Select(a => a.IsRequired ? a.Value : $"[{a.Value}]").Select((text, i) => Arguments[i].Repeats ? text + "..." : text),
        "[OPTIONS]",
    ]);

    /// <summary>The page and those of all commands below it, each before its own.</summary>
    public IEnumerable<CommandPage> All => Subcommands.SelectMany(s => s.All).Prepend(this);
}

/// <summary>An argument or an option.</summary>
/// <param name="Names">Names of the option, the long one first; none for an argument.</param>
/// <param name="Value">What stands for the value; empty where there is none.</param>
/// <param name="Description">What it means, in sentences, with the words that it takes and the default.</param>
/// <param name="Choices">The words that it takes; none where they are not known beforehand.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Repeats">Whether it may be given several times.</param>
internal sealed record HelpEntry(
    ImmutableArray<string> Names,
    string Value,
    string Description,
    ImmutableArray<string> Choices,
    bool IsRequired,
    bool Repeats)
{
    /// <summary>How it is typed, such as <c>-o, --output DIR</c>.</summary>
    public string Label => Names.IsEmpty ? Value : string.Join(", ", Names.Reverse()) + (Value.Length == 0 ? "" : $" {Value}");

    /// <summary>The long name of an option, or the value of an argument.</summary>
    public string Name => Names.IsEmpty ? Value : Names[0];
}
