using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>The references such as <c>$1</c> and <c>${name}</c> in the replacement of <c>label_replace</c>.</summary>
public static class ReplacementReferences
{
    /// <summary>References, as written, to groups that a valid pattern does not have; they are replaced by nothing.</summary>
    /// <param name="replacement">The text with references.</param>
    /// <param name="pattern">The pattern whose groups they name.</param>
    public static ImmutableArray<string> Missing(string replacement, string pattern)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        CaptureGroups? groups = null;
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement.AsSpan(i) is ['$', '$', ..])
            {
                i++;
            }
            else if (replacement[i] == '$' && TryRead(replacement, i, out var name, out var end))
            {
                groups ??= CaptureGroups.Of(pattern);
                if (groups.NumberOf(name) < 0)
                {
                    missing.Add(replacement[i..end]);
                }

                i = end - 1;
            }
        }

        return missing.DrainToImmutable();
    }

    /// <summary>Reads the reference that begins with a dollar sign; the longest name counts.</summary>
    internal static bool TryRead(string text, int dollar, out string name, out int end)
    {
        var start = dollar + 1;
        var isBraced = start < text.Length && text[start] == '{';
        start += isBraced ? 1 : 0;
        end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        name = text[start..end];
        var isClosed = !isBraced || (end < text.Length && text[end] == '}');
        end += isBraced ? 1 : 0;
        return name.Length > 0 && isClosed;
    }
}
