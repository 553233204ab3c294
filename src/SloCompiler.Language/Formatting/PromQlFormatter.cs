using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Formatting;

/// <summary>Formats a text that is one expression, with the comments in it.</summary>
public static class PromQlFormatter
{
    // Where the expression comes from is not known, so each language's ranges are understood.
    private static readonly PromQlParseOptions Options = new() { DurationVariables = ["window", "__rate_interval", "__interval", "__range"] };

    /// <summary>Formats an expression; it is left alone, and the findings say why, where it does not parse.</summary>
    public static FormattedText Format(SourceText source)
    {
        var parsed = PromQlParser.Parse(source.Content, Options);
        if (parsed is not { IsValid: true, Expr: { } expr })
        {
            ImmutableArray<Diagnostic> errors = [.. parsed.Errors.Select(e => e.ToDiagnostic(new SourceSpan(source, e.Span)))];
            return new FormattedText(source, source.Content, IsKnown: true, errors);
        }

        var text = PromQlPrinter.PrintPrettyWithComments(parsed, source.Content).TrimEnd('\n') + "\n";
        if (PromQlParser.Parse(text, Options) is { IsValid: true, Expr: { } printed } && PromQlComparer.Exact.Equals(expr, printed))
        {
            return new FormattedText(source, text, IsKnown: true, []);
        }

        var bug = new Diagnostic(FormattingDiagnostics.MeaningChanged, source.StartOfFile, "The formatted text would not mean the same.");
        return new FormattedText(source, source.Content, IsKnown: true, [bug]);
    }
}
