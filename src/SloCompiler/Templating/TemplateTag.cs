using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Templating;

/// <summary>A tag of a Handlebars template, found by its braces alone: enough to say where something is wrong.</summary>
/// <param name="Span">The tag with its braces.</param>
/// <param name="Sign">The sign behind the braces: <c>#</c>, <c>/</c>, <c>&amp;</c>, <c>{</c>; a space for none.</param>
/// <param name="Name">The first word.</param>
internal sealed record TemplateTag(SourceSpan Span, char Sign, string Name)
{
    /// <summary>The tags of a template in their order; comments are left out.</summary>
    public static ImmutableArray<TemplateTag> Of(SourceText source)
    {
        var tags = ImmutableArray.CreateBuilder<TemplateTag>();
        var text = source.Content;
        for (var start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0;)
        {
            var isLongComment = text.AsSpan(start + 2).TrimStart('~').StartsWith("!--", StringComparison.Ordinal);
            var close = isLongComment ? text.IndexOf("--", start + 5, StringComparison.Ordinal) : start;
            var end = close < 0 ? -1 : text.IndexOf("}}", Math.Min(close + 2, text.Length), StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            var inside = text[(start + 2)..end].Trim().Trim('~').Trim();
            if (!inside.StartsWith('!'))
            {
                tags.Add(Read(source.Span(start, end + 2 - start), inside));
            }

            start = text.IndexOf("{{", end + 2, StringComparison.Ordinal);
        }

        return tags.ToImmutable();
    }

    private static TemplateTag Read(SourceSpan span, string inside)
    {
        var sign = inside is [var first and ('#' or '/' or '&' or '{' or '>' or '^'), ..] ? first : ' ';
        var words = sign == ' ' ? inside : inside[1..].TrimStart();
        var end = words.AsSpan().IndexOfAny(" \t\n}");
        return new TemplateTag(span, sign, end < 0 ? words : words[..end]);
    }
}
