using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.PromQL;

namespace SloCompiler.Checks.Rules.Names;

/// <summary>The name of a record by the convention <c>level:metric:operations</c>.</summary>
/// <param name="Level">The labels that are kept, joined by underscores.</param>
/// <param name="Operations">What was done, the last first, joined by underscores.</param>
internal sealed record RecordName(string Level, string Operations)
{
    private static readonly ImmutableArray<string> Functions = ["rate", "irate", "increase", "delta", "deriv"];

    /// <summary>The parts of a name; null where it has not three.</summary>
    public static RecordName? Parse(string name) => name.Split(':') is [var level, .., _, var operations] ? new RecordName(level, operations) : null;

    /// <summary>The last operation with a window, as in <c>sum_rate5m</c>; null where there is none.</summary>
    public (string Function, PrometheusDuration Window, string Text)? Window()
    {
        foreach (var word in Operations.Split('_').AsEnumerable().Reverse())
        {
            foreach (var function in Functions)
            {
                if (word.Length > function.Length
                    && word.StartsWith(function, StringComparison.Ordinal)
                    && char.IsAsciiDigit(word[function.Length])
                    && PrometheusDuration.TryParse(word[function.Length..], out var window)
                    && window.Milliseconds > 0)
                {
                    return (function, window, word);
                }
            }
        }

        return null;
    }

    /// <summary>Whether a level is made of the names of labels.</summary>
    public bool Names(string label)
        => ("_" + Level + "_").Contains(string.Create(CultureInfo.InvariantCulture, $"_{label}_"), StringComparison.Ordinal);
}
