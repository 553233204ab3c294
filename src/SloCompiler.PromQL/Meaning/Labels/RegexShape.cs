using System.Collections.Immutable;
using System.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What the form of a pattern, anchored at both ends, tells without matching.</summary>
/// <param name="Literals">All texts that it matches; null where these are not plainly written.</param>
/// <param name="MatchesAll">Whether it matches every text.</param>
/// <param name="MatchesAllButEmpty">Whether it matches every text but the empty one.</param>
/// <param name="WholeGroups">The groups up to this number capture the whole text.</param>
public readonly record struct RegexShape(
    ImmutableArray<string>? Literals, bool MatchesAll, bool MatchesAllButEmpty, int WholeGroups)
{
    private const int MaxLiterals = LabelPromise.MaxValues;

    /// <summary>The form of a pattern.</summary>
    public static RegexShape Of(string pattern)
    {
        var inner = pattern.AsSpan();
        var groups = 0;
        while (TryOpenGroup(inner, out var content, out var captures))
        {
            inner = content;
            groups += captures ? 1 : 0;
        }

        return new RegexShape(ReadLiterals(inner), inner is ".*", inner is ".+", groups);
    }

    /// <summary>Takes off a group or anchors that enclose the whole pattern.</summary>
    private static bool TryOpenGroup(ReadOnlySpan<char> pattern, out ReadOnlySpan<char> content, out bool captures)
    {
        content = default;
        captures = false;
        if (pattern is ['^', .. var anchored, '$'] && !anchored.Contains('|') && anchored is not [.., '\\'])
        {
            content = anchored;
            return true;
        }

        if (pattern is not ['(', .. var body, ')'] || body.IndexOfAny('(', ')', '[') >= 0 || body is [.., '\\'])
        {
            return TryOpenNested(pattern, out content, out captures);
        }

        return TryReadGroupKind(body, out content, out captures);
    }

    // Groups in groups: only where each encloses the next, as in ((.*)).
    private static bool TryOpenNested(ReadOnlySpan<char> pattern, out ReadOnlySpan<char> content, out bool captures)
    {
        content = default;
        captures = false;
        return pattern is ['(', '(', .. var inner, ')', ')'] && inner.IndexOfAny('(', ')', '[') < 0 && inner is not [.., '\\']
            && TryReadGroupKind(pattern[1..^1], out content, out captures);
    }

    private static bool TryReadGroupKind(ReadOnlySpan<char> body, out ReadOnlySpan<char> content, out bool captures)
    {
        content = body;
        captures = true;
        if (body is not ['?', ..])
        {
            return true;
        }

        captures = body is ['?', 'P', '<', ..] or ['?', '<', ..];
        var end = captures ? body.IndexOf('>') + 1 : body is ['?', ':', ..] ? 2 : 0;
        content = body[end..];
        return end > 0;
    }

    private static ImmutableArray<string>? ReadLiterals(ReadOnlySpan<char> pattern)
    {
        var literals = ImmutableArray.CreateBuilder<string>(1);
        var text = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '|')
            {
                literals.Add(text.ToString());
                text.Clear();
            }
            else if (c == '\\' && i + 1 < pattern.Length && char.IsAscii(pattern[i + 1]) && !char.IsAsciiLetterOrDigit(pattern[i + 1]))
            {
                text.Append(pattern[++i]);
            }
            else if (c is '\\' or '.' or '*' or '+' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '^' or '$')
            {
                return null;
            }
            else
            {
                text.Append(c);
            }
        }

        literals.Add(text.ToString());
        return literals.Count <= MaxLiterals ? literals.ToImmutable() : null;
    }
}
