using System.Collections.Immutable;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Completion;

/// <summary>Completion for shells, made from the commands themselves.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells, by the names that <c>slo completion</c> knows them by.</summary>
    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>The script for a shell.</summary>
    public static string For(string shell, CommandPage root) => shell switch
    {
        "bash" => BashCompletion.Of(root),
        "zsh" => ZshCompletion.Of(root),
        "fish" => FishCompletion.Of(root),
        "powershell" => PowerShellCompletion.Of(root),
        _ => throw new ArgumentOutOfRangeException(nameof(shell)),
    };

    /// <summary>The options of a command and those of every command.</summary>
    public static IEnumerable<HelpEntry> OptionsOf(CommandPage page) => page.Options.Concat(page.GlobalOptions);

    /// <summary>What is proposed where a command takes an argument: the words or kind of its first one that has some.</summary>
    public static HelpEntry? ArgumentOf(CommandPage page) => page.Arguments.FirstOrDefault(a => ValueKinds.Of(a) is not (null or ValueKind.Free));

    /// <summary>A text between single quotes, as POSIX shells read it.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
