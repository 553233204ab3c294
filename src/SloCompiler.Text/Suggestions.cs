namespace SloCompiler.Text;

/// <summary>Guesses which known word an unknown one was meant to be.</summary>
public static class Suggestions
{
    private const int LongestWord = 100;

    /// <summary>
    /// The candidate that is the fewest insertions, deletions, changes and swaps of neighbours away, if those are few for the
    /// length of the word: 1 up to 4 letters, 2 up to 8, else 3. Case does not count; of equally near ones the first in ordinal
    /// order is taken.
    /// </summary>
    /// <param name="word">The unknown word.</param>
    /// <param name="candidates">The known words.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var limit = word.Length <= 4 ? 1 : word.Length <= 8 ? 2 : 3;
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in candidates)
        {
            var distance = Math.Abs(candidate.Length - word.Length) > limit ? limit + 1 : Distance(word, candidate, limit);
            var isNearer = distance < bestDistance
                || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0);
            if (isNearer)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Optimal string alignment distance over lower-case letters, cut off above a limit.</summary>
    private static int Distance(string a, string b, int limit)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Cell(a, b, i, j, beforeLast, last, current);
                least = Math.Min(least, current[j]);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }

    private static int Cell(string a, string b, int i, int j, int[] beforeLast, int[] last, int[] current)
    {
        var change = IsSame(a[i - 1], b[j - 1]) ? 0 : 1;
        var cell = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + change);
        var isSwap = i > 1 && j > 1 && IsSame(a[i - 1], b[j - 2]) && IsSame(a[i - 2], b[j - 1]);
        return isSwap ? Math.Min(cell, beforeLast[j - 2] + 1) : cell;
    }

    private static bool IsSame(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
