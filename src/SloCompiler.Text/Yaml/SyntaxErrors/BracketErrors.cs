using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Scalars;

namespace SloCompiler.Text.Yaml.SyntaxErrors;

/// <summary>Mistakes with lists in brackets and mappings in braces.</summary>
internal static class BracketErrors
{
    private static bool IsInFlow(YamlErrorContext context)
        => context.Says("flow mapping") || context.Says("flow sequence") || context.Says("node content") || context.Failure.ParserMessage.Length == 0;

    /// <summary><c>{ total: requests{code="500"} }</c>: a PromQL expression without quotes inside braces of YAML.</summary>
    public static Diagnostic? BracketInPlainText(YamlErrorContext context)
    {
        var isBracketBehindText = IsInFlow(context)
            && context.At(context.Start) is '{' or '['
            && IsText(context.At(context.Start - 1));
        if (!isBracketBehindText)
        {
            return null;
        }

        var start = context.Start;
        while (IsText(context.At(start - 1)))
        {
            start--;
        }

        return YamlErrorContext.Error(
            context.Span(start, context.Start + 1),
            $"Inside braces or brackets of YAML, {context.At(context.Start)} ends the text in front of it.",
            "Put quotes around the expression, or write the mapping in block style, one key per line, without the outer braces.");
    }

    /// <summary>A bracket that is still open at the end, or at a line that is not part of it.</summary>
    public static Diagnostic? Unclosed(YamlErrorContext context)
    {
        if (!IsInFlow(context) || InnermostOpen(context) is not { } open)
        {
            return null;
        }

        var isFurtherDown = context.IsAtEnd || context.LineOf(open) < context.LineOf(context.Start);
        if (!isFurtherDown)
        {
            return null;
        }

        var until = context.IsAtEnd ? "the end of the file" : $"line {context.LineOf(context.Offset)}";
        var finding = new Diagnostic(TextDiagnostics.UnclosedBracket, context.Unit(open), $"The {context.At(open)} opened here is not closed before {until}.");
        var hasComment = context.Content[open..context.LineEnd(open)].Contains(" #", StringComparison.Ordinal);
        return finding with
        {
            Help = hasComment ? "A # behind a space starts a comment: put quotes around a text that holds one, or add the closing bracket in front of it." : finding.Help,
            Related = [new RelatedLocation(context.Unit(context.Start), "noticed here")],
        };
    }

    /// <summary>A closing bracket, or a comma, where a value or a key is expected.</summary>
    public static Diagnostic? Unexpected(YamlErrorContext context)
        => context.At(context.Start) is ']' or '}' or ','
            ? YamlErrorContext.Error(
                context.Unit(context.Start),
                $"Nothing is open that {context.At(context.Start)} could end here.",
                "Remove it, add what is missing in front of it, or put quotes around the text.")
            : null;

    /// <summary>Two values in brackets without a comma between them.</summary>
    public static Diagnostic? MissingComma(YamlErrorContext context)
        => context.Says("expected ','")
            ? YamlErrorContext.Error(
                context.Unit(context.Start),
                $"A comma or the closing {(context.Says("flow mapping") ? "}" : "]")} is expected here.",
                "Add it, or put quotes around a text that holds colons, commas, brackets or braces.")
            : null;

    private static bool IsText(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or ')' or '}' or ']' or '(';

    /// <summary>The parser looks ahead, so brackets between its last event and the failure are found in the text.</summary>
    private static int? InnermostOpen(YamlErrorContext context)
    {
        var open = new Stack<int>(context.Failure.OpenBrackets);
        var isTokenStart = true;
        for (var offset = context.Failure.Last.End; offset < Math.Min(context.Offset, context.Content.Length); offset++)
        {
            var unit = context.Content[offset];
            var isIndicator = isTokenStart || open.Count > 0;
            switch (unit)
            {
                case '[' or '{' when isIndicator:
                    open.Push(offset);
                    break;
                case ']' or '}' when open.Count > 0:
                    open.Pop();
                    break;
                case '#' when offset > 0 && YamlChars.IsBlankOrBreak(context.Content[offset - 1]):
                    offset = context.LineEnd(offset);
                    break;
                case '"' or '\'' when isTokenStart:
                    offset = Math.Max(offset, context.Content.IndexOf(unit, offset + 1));
                    break;
            }

            isTokenStart = unit is ':' or ',' or '[' or '{' or '-' || (isTokenStart && YamlChars.IsBlankOrBreak(unit));
        }

        return open.Count > 0 ? open.Peek() : null;
    }
}
