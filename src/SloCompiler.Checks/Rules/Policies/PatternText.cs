using System.Text.RegularExpressions;

namespace SloCompiler.Checks.Rules.Policies;

/// <summary>Patterns of settings in messages.</summary>
internal static class PatternText
{
    private const string Head = "^(?:";
    private const string Tail = ")$";

    /// <summary>A pattern as the settings have it, without what makes it match the whole text.</summary>
    public static string Of(Regex pattern)
    {
        var text = pattern.ToString();
        return text.StartsWith(Head, StringComparison.Ordinal) && text.EndsWith(Tail, StringComparison.Ordinal)
            ? $"`{text[Head.Length..^Tail.Length]}`"
            : $"`{text}`";
    }
}
