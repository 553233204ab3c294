using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Language.Dashboards.Queries;

/// <summary>A Grafana variable in a text: <c>$x</c>, <c>${x}</c>, <c>${x:regex}</c> or <c>[[x]]</c>.</summary>
/// <param name="Name">Name of the variable.</param>
/// <param name="Span">Range in the text.</param>
public sealed record VariableUse(string Name, TextSpan Span)
{
    /// <summary>Whether Grafana itself knows it: <c>$__rate_interval</c> and its like.</summary>
    public bool IsBuiltIn => Name.StartsWith("__", StringComparison.Ordinal) || Name == "timeFilter";

    /// <summary>The variables in a text, in order. A dollar in front of a digit refers to a group of a regular expression.</summary>
    public static ImmutableArray<VariableUse> AllOf(string text)
    {
        var uses = ImmutableArray.CreateBuilder<VariableUse>();
        var offset = 0;
        while (offset < text.Length)
        {
            if (At(text, offset) is { } use)
            {
                uses.Add(use);
                offset = use.Span.End;
            }
            else
            {
                offset++;
            }
        }

        return uses.ToImmutable();
    }

    /// <summary>The variable that starts at an offset; null where none does.</summary>
    public static VariableUse? At(string text, int offset)
    {
        var rest = text.AsSpan(offset);
        return rest switch
        {
            ['$', '{', ..] => Enclosed(text, offset, "}"),
            ['[', '[', ..] => Enclosed(text, offset, "]]"),
            ['$', ..] when NameLength(rest[1..]) is > 0 and var length => new(text.Substring(offset + 1, length), new TextSpan(offset, length + 1)),
            _ => null,
        };
    }

    private static VariableUse? Enclosed(string text, int offset, string close)
    {
        const int OpeningLength = 2;
        var inner = text.AsSpan(offset + OpeningLength);
        var length = NameLength(inner);
        var end = inner.IndexOf(close, StringComparison.Ordinal);
        var isName = length > 0 && end >= length && (end == length || inner[length] is ':' or '.');
        return isName
            ? new(inner[..length].ToString(), new TextSpan(offset, OpeningLength + end + close.Length))
            : null;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_'))
        {
            length++;
        }

        return length > 0 && char.IsAsciiDigit(text[0]) ? 0 : length;
    }
}
