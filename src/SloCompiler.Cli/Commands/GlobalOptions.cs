using System.CommandLine;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli.Commands;

/// <summary>The options that every command has, with the same meaning.</summary>
internal sealed class GlobalOptions
{
    private readonly ChoiceOption _color = new("--color", "WHEN", "When to print in colours; auto: on terminals, as NO_COLOR and FORCE_COLOR allow.", "auto", ["auto", "always", "never"])
    {
        Recursive = true,
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Print results, findings and errors only: no summaries, no hints, no progress.",
        Recursive = true,
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Say on standard error what was read, which settings apply and how long each stage took.",
        Recursive = true,
    };

    /// <summary>Gives the options to all commands.</summary>
    public void AddTo(RootCommand root)
    {
        root.Add(_color);
        root.Add(_quiet);
        root.Add(_verbose);
    }

    /// <summary>Whether a run tells of itself.</summary>
    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary>Makes the terminal what the command line asks for.</summary>
    public void Apply(ParseResult parsed, RunTerminal terminal) => terminal.Apply(
        parsed.GetValue(_quiet),
        parsed.GetValue(_color) switch { "always" => true, "never" => false, _ => null });
}
