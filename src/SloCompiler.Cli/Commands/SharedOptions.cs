using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary>Options that several commands have, so that they read the same everywhere.</summary>
internal static class SharedOptions
{
    /// <summary>Names of severities, the gravest first.</summary>
    public static string[] Severities => ["error", "warning", "info"];

    /// <summary>Files and folders.</summary>
    public static Argument<string[]> Paths(
        string description = "Spec files, or folders of *.slo.yaml files. Without any: the specs of the project, as slo.yaml finds them.")
    {
        var argument = new Argument<string[]>("PATHS")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrMore,
        };
        argument.Validators.Add(RefuseOption);
        return argument;
    }

    /// <summary>The least severity of findings that are shown.</summary>
    public static ChoiceOption MinSeverity()
        => new("--min-severity", "LEVEL", "The least severity that is shown; info shows advice as well.", "warning", Severities);

    /// <summary>A severity by its name.</summary>
    public static Severity SeverityOf(string word) => word switch
    {
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        _ => Severity.Error,
    };

    /// <summary>Refuses a misspelt option, which would otherwise be read as a value.</summary>
    public static void RefuseOption(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Select(t => t.Value).Where(v => v.Length > 1 && v[0] == '-'))
        {
            if (result.Parent is CommandResult parent)
            {
                result.AddError(UsageErrors.UnknownOption(parent.Command, token));
            }
        }
    }

    /// <summary>An option that takes a number. It is text to the parser, which starts much faster than with options of numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">For help.</param>
    /// <param name="isNumber">Whether a text is a number that it takes.</param>
    /// <param name="expected">What it takes, for the message: "a number above 0".</param>
    /// <param name="helpName">What stands for the number in help.</param>
    public static Option<string?> Numeric(string name, string description, Func<string, bool> isNumber, string expected, string helpName = "N")
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var only] && !isNumber(only.Value))
            {
                result.AddError($"{name} takes {expected}.");
            }
        });
        return option;
    }

    /// <summary>Number of threads.</summary>
    public static Option<string?> Threads() => WholeNumber("--threads", "Most threads at once; never changes the result. Default: one per processor.");

    /// <summary>Whether to work as if nothing were known of earlier runs.</summary>
    public static Option<bool> NoCache() => new("--no-cache") { Description = "Do all work again, and remember nothing; never changes the result." };

    /// <summary>A whole number from 1.</summary>
    public static Option<string?> WholeNumber(string name, string description)
        => Numeric(name, description, text => ReadNumber(text) is not null, "a whole number from 1");

    /// <summary>A whole number from 1; null where it is none, or nothing is written.</summary>
    public static int? ReadNumber(string? text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
