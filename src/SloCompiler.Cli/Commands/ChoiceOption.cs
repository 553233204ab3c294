using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Text;

namespace SloCompiler.Cli.Commands;

/// <summary>An option that takes one of a few words.</summary>
internal sealed class ChoiceOption : Option<string>
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">The name.</param>
    /// <param name="helpName">What stands for the word in help.</param>
    /// <param name="description">For help, without the words.</param>
    /// <param name="byDefault">The word where none is given.</param>
    /// <param name="values">The words, in the order in which help lists them.</param>
    public ChoiceOption(string name, string helpName, string description, string byDefault, string[] values)
        : base(name)
    {
        Description = description;
        HelpName = helpName;
        Default = byDefault;
        Values = values;
        DefaultValueFactory = _ => byDefault;
        Validators.Add(result =>
        {
            if (result.Tokens is [var only] && Array.IndexOf(values, only.Value) < 0)
            {
                result.AddError(Choices.Refusal(name, only.Value, values));
            }
        });
    }

    /// <summary>The word where none is given.</summary>
    public string Default { get; }

    /// <summary>The words that it takes.</summary>
    public IReadOnlyList<string> Values { get; }
}

/// <summary>An argument that is one of a few words.</summary>
internal sealed class ChoiceArgument : Argument<string>
{
    /// <summary>Makes the argument.</summary>
    /// <param name="name">What stands for it in help.</param>
    /// <param name="description">For help, without the words.</param>
    /// <param name="values">The words, in the order in which help lists them.</param>
    /// <param name="byDefault">The word where none is given; null where one must be.</param>
    public ChoiceArgument(string name, string description, ImmutableArray<string> values, string? byDefault = null)
        : base(name)
    {
        Description = description;
        Default = byDefault;
        Values = values;
        if (byDefault is not null)
        {
            DefaultValueFactory = _ => byDefault;
        }

        Validators.Add(result =>
        {
            if (result.Tokens is [var only] && !values.Contains(only.Value))
            {
                result.AddError(Choices.Refusal(name, only.Value, values));
            }
        });
    }

    /// <summary>The word where none is given; null where one must be.</summary>
    public string? Default { get; }

    /// <summary>The words that it takes.</summary>
    public IReadOnlyList<string> Values { get; }
}

/// <summary>Words about choices.</summary>
internal static class Choices
{
    /// <summary>Why a word is refused, with the words that are not.</summary>
    public static string Refusal(string what, string given, IEnumerable<string> values)
    {
        string[] all = [.. values];
        var hint = Suggestions.Nearest(given, all) is { } near ? $" Did you mean {near}?" : "";
        return $"{what} takes {Listed(all)}, not \"{given}\".{hint}";
    }

    /// <summary>Words as a sentence has them: <c>a, b or c</c>.</summary>
    public static string Listed(IReadOnlyList<string> words, string last = "or")
        => words.Count < 2 ? string.Join("", words) : $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}";
}
