using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Scalars;

namespace SloCompiler.Text.Yaml.SyntaxErrors;

/// <summary>Mistakes with quoted texts.</summary>
internal static class QuoteErrors
{
    private const string QuoteWhole =
        "Put the whole value in quotes, with the other kind of quotes around it, or write it as a block: `|` and then the text, "
        + "indented, on the next line.";

    /// <summary><c>"\d+"</c>: a backslash that means itself, as in regular expressions.</summary>
    public static Diagnostic? UnknownEscape(YamlErrorContext context)
        => context.Says("unknown escape character")
            ? YamlErrorContext.Error(
                context.Span(context.Offset, context.Offset + 2),
                $"\\{context.At(context.Offset + 1)} is not an escape sequence of YAML.",
                "Use single quotes, in which a backslash is a backslash, or write the backslash twice.")
            : null;

    /// <summary><c>"\xZZ"</c>.</summary>
    public static Diagnostic? BadHexadecimal(YamlErrorContext context)
        => context.Says("hexadecimal number") || context.Says("Unicode")
            ? YamlErrorContext.Error(
                context.Unit(context.Offset),
                "This escape sequence does not name a character.",
                "Write \\x with 2, \\u with 4 or \\U with 8 hexadecimal digits, or use single quotes.")
            : null;

    /// <summary>A quote that is still open at the end of the document, or at a line that is not indented as part of it.</summary>
    public static Diagnostic? Unclosed(YamlErrorContext context)
    {
        if (!context.Says("scanning a quoted scalar") && !context.Says("double-quoted scalar, found wrong indentation"))
        {
            return null;
        }

        var until = context.IsAtEnd ? "the end of the file" : $"line {context.LineOf(context.Offset)}";
        return Unclosed(context, context.Start, $"The quote opened here is not closed before {until}.");
    }

    /// <summary><c>expr: "a" + b</c>, or a quote that is closed only by the next one, lines below.</summary>
    public static Diagnostic? TextBehindQuote(YamlErrorContext context)
    {
        var last = context.Failure.Last;
        var open = YamlChars.SkipProperties(context.Content, last.Start, last.End);
        var isQuoted = last.Length >= 2 && context.At(open) is '"' or '\'' && context.At(last.End - 1) == context.At(open);
        if (!isQuoted || context.SkipBlanksAndBreaks(last.End) < context.Start || context.LineOf(last.End) != context.LineOf(context.Start))
        {
            return null;
        }

        if (context.At(context.Start) is ']' or '}')
        {
            return null;
        }

        return context.LineOf(open) == context.LineOf(last.End)
            ? YamlErrorContext.Error(context.RestOfLine(context.Start), "Text follows the closing quote.", QuoteWhole)
            : Unclosed(context, open, $"The quote opened here is closed only on line {context.LineOf(last.End)}, and text follows there.");
    }

    private static Diagnostic Unclosed(YamlErrorContext context, int quote, string message)
        => new(TextDiagnostics.UnclosedQuote, context.Unit(quote), message)
        {
            Related = [new RelatedLocation(context.Unit(context.Offset), "noticed here")],
        };
}
