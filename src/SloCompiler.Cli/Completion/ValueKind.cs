using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Completion;

/// <summary>What can be typed for a value.</summary>
internal enum ValueKind
{
    /// <summary>Anything: nothing is proposed.</summary>
    Free,

    /// <summary>One of a few words.</summary>
    Words,

    /// <summary>A file.</summary>
    Files,

    /// <summary>A folder.</summary>
    Folders,

    /// <summary>The name of a rule, which slo tells when it is asked.</summary>
    Rules,

    /// <summary>A service or an SLO of the project, which slo tells when it is asked.</summary>
    Slos,
}

/// <summary>What can be typed for the values of arguments and options, by what stands for them in help.</summary>
internal static class ValueKinds
{
    /// <summary>The kind of a value; null for one that this file does not know.</summary>
    public static ValueKind? Of(HelpEntry entry) => entry switch
    {
        { Choices.IsEmpty: false } => ValueKind.Words,
        _ => entry.Value switch
        {
            "" or "N" or "X" or "REV" or "DURATION" or "EXPR" or "URL" or "NAME" or "TEXT" or "TIME" or "LABEL" => ValueKind.Free,
            "TARGET" => ValueKind.Words,
            "PATHS" or "FILE" or "SIDES" => ValueKind.Files,
            "DIR" => ValueKind.Folders,
            "RULE" or "RULE,…" or "RULE[=LEVEL],…" => ValueKind.Rules,
            "SERVICE[/SLO]|RULE" => ValueKind.Slos,
            _ => null,
        },
    };

    /// <summary>The words of a value that is one of a few.</summary>
    public static ImmutableArray<string> WordsOf(HelpEntry entry)
        => !entry.Choices.IsEmpty ? entry.Choices : entry.Value == "TARGET" ? [.. BackEndCatalog.All.Select(b => b.Name)] : [];

    /// <summary>What <c>slo __complete</c> calls names that change; null for other kinds.</summary>
    public static string? QueryOf(ValueKind kind) => kind switch
    {
        ValueKind.Rules => "rules",
        ValueKind.Slos => "slos",
        _ => null,
    };
}
