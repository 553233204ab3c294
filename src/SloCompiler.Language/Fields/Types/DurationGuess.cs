using SloCompiler.PromQL;

namespace SloCompiler.Language.Fields.Types;

/// <summary>Guesses which duration a text was meant to be.</summary>
internal static class DurationGuess
{
    private static readonly (string Word, string Unit)[] Words =
    [
        ("seconds", "s"), ("second", "s"), ("secs", "s"), ("sec", "s"), ("minutes", "m"), ("minute", "m"), ("mins", "m"), ("min", "m"),
        ("hours", "h"), ("hour", "h"), ("hrs", "h"), ("hr", "h"), ("days", "d"), ("day", "d"), ("weeks", "w"), ("week", "w"),
    ];

    /// <summary>The duration that was meant by such as <c>5 min</c>, <c>30days</c> or <c>5</c>; null if none is likely.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="unit">The unit of a bare number.</param>
    public static string? Of(string text, string unit)
    {
        var bare = new string([.. text.Where(c => c != ' ')]).ToLowerInvariant();
        var digits = bare.TakeWhile(char.IsAsciiDigit).Count();
        var word = bare[digits..];
        if (digits == 0 || IsMonths(text, digits))
        {
            return null;
        }

        var meant = word.Length == 0 ? bare + unit : bare[..digits] + (Words.FirstOrDefault(w => w.Word == word).Unit ?? word);
        return PrometheusDuration.TryParse(meant, out var duration) && duration.Milliseconds > 0 ? meant : null;
    }

    // A capital M is a month in other languages.
    private static bool IsMonths(string text, int digits) => text.Trim()[digits..].TrimStart() == "M";
}
