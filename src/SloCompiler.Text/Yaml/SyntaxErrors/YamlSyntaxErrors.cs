using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Text.Yaml.SyntaxErrors;

/// <summary>
/// Says in helpful words why a text is not YAML. The parser's words name its states; these name what a person did.
/// </summary>
internal static class YamlSyntaxErrors
{
    /// <summary>The first that knows the mistake describes it, so the certain ones come first.</summary>
    private static readonly ImmutableArray<Func<YamlErrorContext, Diagnostic?>> Recognisers =
    [
        IndentationErrors.Tab,
        QuoteErrors.UnknownEscape,
        QuoteErrors.BadHexadecimal,
        QuoteErrors.Unclosed,
        QuoteErrors.TextBehindQuote,
        BracketErrors.BracketInPlainText,
        BracketErrors.Unclosed,
        BracketErrors.Unexpected,
        BracketErrors.MissingComma,
        IndicatorErrors.ReservedCharacter,
        IndicatorErrors.TextBehindBlockIndicator,
        IndicatorErrors.Anchor,
        IndicatorErrors.Directive,
        IndicatorErrors.Tag,
        IndicatorErrors.ItemOnLineOfKey,
        IndentationErrors.SecondColon,
        IndentationErrors.Continuation,
        IndentationErrors.MissingSpace,
        IndentationErrors.MissingColon,
        IndentationErrors.MisplacedItem,
        IndentationErrors.MisplacedKey,
        IndentationErrors.MissingDash,
        IndentationErrors.BehindDocument,
    ];

    /// <summary>The finding for a failure.</summary>
    public static Diagnostic Describe(SourceText source, YamlFailure failure)
    {
        var context = new YamlErrorContext(source, failure);
        foreach (var recognise in Recognisers)
        {
            if (recognise(context) is { } diagnostic)
            {
                return diagnostic;
            }
        }

        return new Diagnostic(TextDiagnostics.YamlSyntax, context.Unit(failure.Start), InOurWords(failure.ParserMessage));
    }

    private static string InOurWords(string parserMessage)
    {
        var words = parserMessage[(parserMessage.IndexOf(", ", StringComparison.Ordinal) is var comma && comma >= 0 ? comma + 2 : 0)..]
            .Trim()
            .TrimEnd('.');
        return words.Length == 0
            ? "This is not valid YAML."
            : $"This is not valid YAML: {words}.";
    }
}
