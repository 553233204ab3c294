using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Scalars;

namespace SloCompiler.Text.Yaml.SyntaxErrors;

/// <summary>Lines and colons that do not fit what is above them.</summary>
internal static class IndentationErrors
{
    /// <summary>A tab in the indentation of a line.</summary>
    public static Diagnostic? Tab(YamlErrorContext context)
    {
        var start = context.LineStart(context.Offset);
        var end = start;
        while (YamlChars.IsBlank(context.At(end)))
        {
            end++;
        }

        var tab = context.Content.IndexOf('\t', start, end - start);
        return tab >= 0 && (context.Says(" tab ") || context.Start <= end)
            ? new Diagnostic(TextDiagnostics.TabIndentation, context.Span(tab, end), "This line is indented with a tab.")
            : null;
    }

    /// <summary><c>summary: Error: high</c>.</summary>
    public static Diagnostic? SecondColon(YamlErrorContext context)
    {
        var colon = ColonOf(context);
        var lineStart = context.LineStart(colon);
        var isSecond = IsColonError(context) && context.Content[lineStart..colon].Contains(": ", StringComparison.Ordinal);
        return isSecond
            ? YamlErrorContext.Error(
                context.Unit(colon),
                "A second colon with a space stands on this line, so its value would be a mapping.",
                "Put quotes around the value, or start the mapping on the next line.")
            : null;
    }

    /// <summary>A line indented more than the key above it, or below a line whose colon is missing.</summary>
    public static Diagnostic? Continuation(YamlErrorContext context)
        => IsColonError(context)
            ? YamlErrorContext.Error(
                context.Span(context.SkipBlanksAndBreaks(context.LineStart(context.Start)), ColonOf(context) + 1),
                "This line is read as a continuation of the text above it, which cannot hold a key.",
                "Indent it like the keys that it belongs to, or add the colon that is missing above, with a space behind it.")
            : null;

    /// <summary>A line of a mapping without a colon.</summary>
    public static Diagnostic? MissingColon(YamlErrorContext context)
        => context.Says("could not find expected ':'") || (context.Says("expected key") && !HasColonOrDash(context))
            ? YamlErrorContext.Error(
                context.RestOfLine(context.Start),
                "A key with a colon is expected on this line or in front of it.",
                "Add the colon, with a space behind it; a key must fit on one line.")
            : null;

    /// <summary>A list item among the keys of a mapping.</summary>
    public static Diagnostic? MisplacedItem(YamlErrorContext context)
        => context.Says("expected key") && context.At(context.Start) == '-' && YamlChars.IsBlankOrBreak(context.At(context.Start + 1))
            ? YamlErrorContext.Error(
                context.Unit(context.Start),
                "A list item stands where the next key of a mapping is expected.",
                "Indent it like the other items of its list; a key that has a text already cannot have a list.")
            : null;

    /// <summary><c>window:30d</c>.</summary>
    public static Diagnostic? MissingSpace(YamlErrorContext context)
    {
        var colon = context.Start;
        while (char.IsAsciiLetterOrDigit(context.At(colon)) || context.At(colon) is '_' or '-')
        {
            colon++;
        }

        var isGlued = colon > context.Start && context.At(colon) == ':' && !YamlChars.IsBlankOrBreak(context.At(colon + 1));
        return isGlued && colon + 1 < context.Content.Length && (context.Says("expected key") || context.Says("expected ':'"))
            ? YamlErrorContext.Error(
                context.Span(context.Start, colon + 1),
                "A colon ends a key only with a space behind it.",
                "Add the space.")
            : null;
    }

    /// <summary>A line that is indented unlike the other keys.</summary>
    public static Diagnostic? MisplacedKey(YamlErrorContext context)
        => context.Says("expected key")
            ? YamlErrorContext.Error(
                context.RestOfLine(context.Start),
                "This does not fit the mapping above: it starts in another column than its keys, or text follows a complete value.",
                "Indent it exactly like the keys that it belongs to; put quotes around a value that holds quotes, colons or #.")
            : null;

    /// <summary>A line in the column of a list's dashes without a dash.</summary>
    public static Diagnostic? MissingDash(YamlErrorContext context)
        => context.Says("expected '-'")
            ? YamlErrorContext.Error(
                context.RestOfLine(context.Start),
                "The next item of a list is expected here, and this line does not start with a dash.",
                "Start the line with a dash and a space, or indent it like the keys that it belongs to.")
            : null;

    /// <summary>Something behind the end of the document's one node.</summary>
    public static Diagnostic? BehindDocument(YamlErrorContext context)
        => context.Says("<document")
            ? YamlErrorContext.Error(
                context.RestOfLine(context.Start),
                "This stands behind the end of the document.",
                "Indent it like what it belongs to, or start another document with a line `---`.")
            : null;

    private static bool HasColonOrDash(YamlErrorContext context)
        => context.At(context.Start) == '-' || context.Content[context.Start..Math.Max(context.Start, context.LineEnd(context.Start))].Contains(':', StringComparison.Ordinal);

    private static bool IsColonError(YamlErrorContext context)
        => context.Says("invalid mapping") || context.Says("apping values are not allowed");

    private static int ColonOf(YamlErrorContext context)
        => Math.Min(context.At(context.Start) == ':' ? context.Start : Math.Max(context.Start, context.Offset - 1), context.Content.Length);
}
