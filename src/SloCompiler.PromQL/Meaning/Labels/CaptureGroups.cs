using System.Collections.Immutable;
using System.Globalization;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>The groups of a pattern that capture.</summary>
internal sealed class CaptureGroups(ImmutableArray<string> names)
{
    public static CaptureGroups Of(string pattern)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i = EndOfEscape(pattern, i);
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    break;
                case '(' when NameOf(pattern, i + 1) is { } name:
                    names.Add(name);
                    break;
                default:
                    break;
            }
        }

        return new CaptureGroups(names.ToImmutable());
    }

    /// <summary>The number of a group, given by number or by name; negative where the pattern has none. The whole match is 0.</summary>
    public int NumberOf(string name)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var index = names.IndexOf(name, 0, StringComparer.Ordinal);
            return index < 0 ? index : index + 1;
        }

        return number <= names.Length ? number : -1;
    }

    // The name of a capturing group, empty where it has none; null for other groups.
    private static string? NameOf(string pattern, int start)
    {
        var rest = pattern.AsSpan(start);
        if (rest is not ['?', ..])
        {
            return "";
        }

        var isNamed = rest is ['?', 'P', '<', ..] or ['?', '<', ..];
        return isNamed ? rest[(rest.IndexOf('<') + 1)..rest.IndexOf('>')].ToString() : null;
    }

    private static int EndOfEscape(string pattern, int start)
    {
        if (start + 1 >= pattern.Length || pattern[start + 1] != 'Q')
        {
            return start + 1;
        }

        var end = pattern.IndexOf("\\E", start, StringComparison.Ordinal);
        return end < 0 ? pattern.Length : end + 1;
    }

    private static int EndOfClass(string pattern, int start)
    {
        var i = start + 1;
        i += i < pattern.Length && pattern[i] == '^' ? 1 : 0;
        i += i < pattern.Length && pattern[i] == ']' ? 1 : 0;
        while (i < pattern.Length && pattern[i] != ']')
        {
            var posixEnd = pattern.AsSpan(i).StartsWith("[:", StringComparison.Ordinal)
                ? pattern.IndexOf(":]", i, StringComparison.Ordinal)
                : -1;
            i = posixEnd >= 0 ? posixEnd + 2 : i + (pattern[i] == '\\' ? 2 : 1);
        }

        return i;
    }
}
