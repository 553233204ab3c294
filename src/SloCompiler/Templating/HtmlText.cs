using System.Buffers;
using System.Text;
using HandlebarsDotNet;

namespace SloCompiler.Templating;

/// <summary>Text for HTML and SVG: nothing in it can become markup, whether it stands between tags or in a quoted attribute.</summary>
public static class HtmlText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`=");

    /// <summary>Escapes a text. Characters that HTML does not allow become U+FFFD.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !HasForbidden(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            Append(builder, text, ref i);
        }

        return builder.ToString();
    }

    /// <summary>A text for a place where it cannot be isolated, such as the title of a page: without marks that turn the direction of what follows.</summary>
    public static string WithoutDirection(string text)
        => string.Concat(text.Where(c => c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C')));

    private static bool HasForbidden(string text) => text.Any(c => char.IsSurrogate(c) || IsForbidden(c));

    private static void Append(StringBuilder builder, string text, ref int index)
    {
        var c = text[index];
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            builder.Append(c).Append(text[++index]);
            return;
        }

        _ = c switch
        {
            '&' => builder.Append("&amp;"),
            '<' => builder.Append("&lt;"),
            '>' => builder.Append("&gt;"),
            '"' => builder.Append("&quot;"),
            '\'' => builder.Append("&#39;"),
            '`' => builder.Append("&#96;"),
            '=' => builder.Append("&#61;"),
            _ => builder.Append(char.IsSurrogate(c) || IsForbidden(c) ? Replacement : c),
        };
    }

    private static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\t' or '\n')) || c is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    /// <summary>The same for the template engine.</summary>
    internal sealed class Encoder : ITextEncoder
    {
        /// <inheritdoc />
        public void Encode(StringBuilder? text, TextWriter target) => target.Write(Escape(text?.ToString() ?? ""));

        /// <inheritdoc />
        public void Encode(string? text, TextWriter target) => target.Write(Escape(text ?? ""));

        /// <inheritdoc />
        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            var builder = new StringBuilder();
            while (text is not null && text.MoveNext())
            {
                builder.Append(text.Current);
            }

            Encode(builder, target);
        }
    }
}
