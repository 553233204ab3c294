namespace SloCompiler.PromQL.Tests.Oracle;

/// <summary>Texts that are one edit away from another: a token deleted, doubled, or swapped with the next.</summary>
internal static class Mutants
{
    private static readonly string[] Pairs = ["==", "=~", "!=", "!~", "<=", ">=", "</", ">/"];

    /// <summary>All one-edit mutants of a PromQL expression.</summary>
    public static IEnumerable<string> OfExpression(string expression) => Of(Tokens(expression));

    /// <summary>All one-edit mutants of a text whose tokens are single characters.</summary>
    public static IEnumerable<string> OfCharacters(string text) => Of([.. text.EnumerateRunes().Select(r => r.ToString())]);

    private static IEnumerable<string> Of(List<string> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            yield return Join(tokens[..i], tokens[(i + 1)..]);
            yield return Join(tokens[..i], [tokens[i]], tokens[i..]);
            if (i + 1 < tokens.Count)
            {
                yield return Join(tokens[..i], [tokens[i + 1], tokens[i]], tokens[(i + 2)..]);
            }
        }
    }

    private static string Join(params List<string>[] parts) => string.Concat(parts.SelectMany(p => p));

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var position = 0;
        while (position < text.Length)
        {
            var end = EndOf(text, position);
            tokens.Add(text[position..end]);
            position = end;
        }

        return tokens;
    }

    private static int EndOf(string text, int start)
    {
        var c = text[start];
        if (c is '"' or '\'' or '`')
        {
            var close = text.IndexOf(c, start + 1);
            return close < 0 ? text.Length : close + 1;
        }

        if (IsWord(c))
        {
            var end = start;
            while (end < text.Length && IsWord(text[end]))
            {
                end++;
            }

            return end;
        }

        return Pairs.Any(p => string.CompareOrdinal(text, start, p, 0, 2) == 0) ? start + 2 : start + (char.IsHighSurrogate(c) ? 2 : 1);
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '.';
}
