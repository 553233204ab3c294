using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Language.Dashboards.Queries;

/// <summary>
/// A query with its variables replaced by what PromQL can read, unit for unit, so that offsets stay. In strings they stay as they
/// are; where a duration stands they become duration variables; elsewhere names.
/// </summary>
/// <param name="Text">The query to parse.</param>
/// <param name="Durations">The names of its duration variables.</param>
/// <param name="Others">Variables that stand for names, numbers or parts of the query, which nobody knows.</param>
public sealed record QuerySubstitution(string Text, ImmutableArray<string> Durations, ImmutableArray<TextSpan> Others)
{
    private const string Offset = "offset";

    /// <summary>Substitutes the variables of a query.</summary>
    public static QuerySubstitution Of(string query)
    {
        var text = query.ToCharArray();
        var durations = ImmutableArray.CreateBuilder<string>();
        var others = ImmutableArray.CreateBuilder<TextSpan>();
        var brackets = 0;
        var offset = 0;
        while (offset < query.Length)
        {
            if (query[offset] is '"' or '\'' or '`')
            {
                offset = EndOfString(query, offset);
            }
            else if (VariableUse.At(query, offset) is { } use)
            {
                offset = brackets > 0 || FollowsOffset(query, offset) ? AddDuration(text, use.Span, durations) : AddOther(text, use.Span, others);
            }
            else
            {
                brackets += query[offset] switch { '[' => 1, ']' => -1, _ => 0 };
                offset++;
            }
        }

        return new QuerySubstitution(new string(text), durations.ToImmutable(), others.ToImmutable());
    }

    /// <summary>The query with numbers where variables stand that are no durations.</summary>
    public string WithNumbers()
    {
        var text = Text.ToCharArray();
        foreach (var other in Others)
        {
            text.AsSpan(other.Start, other.Length).Fill('0');
            text[other.End - 1] = '1';
        }

        return new string(text);
    }

    private static int AddDuration(char[] text, TextSpan span, ImmutableArray<string>.Builder durations)
    {
        var end = span.End;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        Blank(text, span);
        durations.Add(new string(text, span.Start + 1, end - span.Start - 1));
        text[span.Start] = '$';
        return end;
    }

    private static int AddOther(char[] text, TextSpan span, ImmutableArray<TextSpan>.Builder others)
    {
        Blank(text, span);
        others.Add(span);
        return span.End;
    }

    private static void Blank(char[] text, TextSpan span)
    {
        foreach (ref var unit in text.AsSpan(span.Start, span.Length))
        {
            unit = IsWord(unit) ? unit : '_';
        }
    }

    private static bool FollowsOffset(string query, int offset)
        => query.AsSpan(0, offset).TrimEnd(" \t\n-").EndsWith(Offset, StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(char unit) => char.IsAsciiLetterOrDigit(unit) || unit == '_';

    private static int EndOfString(string query, int start)
    {
        var end = start + 1;
        while (end < query.Length && query[end] != query[start])
        {
            end += query[end] == '\\' && query[start] != '`' ? 2 : 1;
        }

        return Math.Min(end + 1, query.Length);
    }
}
