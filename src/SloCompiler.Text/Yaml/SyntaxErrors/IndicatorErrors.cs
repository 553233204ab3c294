using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Text.Yaml.SyntaxErrors;

/// <summary>Texts that start with a character that has a meaning in YAML.</summary>
internal static class IndicatorErrors
{
    private const string QuoteText = "Put quotes around the text.";

    /// <summary><c>@</c>, <c>`</c> and <c>%</c> start no text.</summary>
    public static Diagnostic? ReservedCharacter(YamlErrorContext context)
        => context.Says("cannot start any token")
            ? YamlErrorContext.Error(
                context.Unit(context.Start),
                $"In YAML, a text without quotes cannot start with {Show(context.At(context.Start))}.",
                QuoteText)
            : null;

    /// <summary><c>expr: > 5</c>.</summary>
    public static Diagnostic? TextBehindBlockIndicator(YamlErrorContext context)
    {
        if (!context.Says("scanning a block scalar"))
        {
            return null;
        }

        if (context.Says("extra spaces") || context.Says("more spaces"))
        {
            return YamlErrorContext.Error(
                context.Span(context.LineStart(context.Offset), context.Offset),
                "A blank line at the start of this block has more spaces than its first line.",
                "Remove the spaces of the blank lines in front of the text.");
        }

        if (context.Says("equal to 0"))
        {
            return YamlErrorContext.Error(
                context.Span(context.Start, context.Offset),
                "The indentation of a block cannot be 0.",
                "Give the number of spaces, 1 to 9, or leave it out.");
        }

        var indicator = context.At(context.Start);
        return YamlErrorContext.Error(
            context.RestOfLine(context.Start),
            $"A value that starts with {indicator} is a block of text, which starts on the next line.",
            $"Move the text to the next line, indented; or put quotes around a text that starts with {indicator}.");
    }

    /// <summary><c>expr: * 5</c>: the name of an alias or anchor is missing, or stands where none may.</summary>
    public static Diagnostic? Anchor(YamlErrorContext context)
        => context.Says("anchor")
            ? YamlErrorContext.Error(
                context.Unit(context.Start),
                "A text without quotes that starts with & or * is an anchor or an alias of YAML, and this one is malformed.",
                QuoteText)
            : null;

    /// <summary><c>%TAG</c> without the rest of it.</summary>
    public static Diagnostic? Directive(YamlErrorContext context)
        => context.At(context.LineStart(context.Start)) == '%'
            ? YamlErrorContext.Error(
                context.RestOfLine(context.LineStart(context.Start)),
                "A line that starts with % is a directive of YAML, and this one is malformed.",
                "Remove it: no directive is needed.")
            : null;

    /// <summary><c>expr: !&lt;x</c>.</summary>
    public static Diagnostic? Tag(YamlErrorContext context)
        => context.Says("tag") || context.At(context.Start) == '!'
            ? YamlErrorContext.Error(
                context.Unit(context.Start),
                "A text without quotes that starts with ! is a tag of YAML, and this one is malformed.",
                QuoteText)
            : null;

    /// <summary><c>rules: - alert: X</c>.</summary>
    public static Diagnostic? ItemOnLineOfKey(YamlErrorContext context)
        => context.Says("sequence entries are not allowed")
            ? YamlErrorContext.Error(
                context.Unit(context.Start),
                "A list item cannot start on the line of its key.",
                "Start the list on the next line, indented; or put quotes around a text that starts with a dash and a space.")
            : null;

    private static string Show(char unit)
        => unit < ' ' || char.IsWhiteSpace(unit) ? $"the character U+{(int)unit:X4}" : unit.ToString();
}
