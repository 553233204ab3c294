using System.Collections.Immutable;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text;

namespace SloCompiler.Fuzzing.Targets;

/// <summary>Parses, prints and interprets an expression.</summary>
internal static class ExpressionTarget
{
    private static readonly PromQlParseOptions Options = new() { DurationVariables = ["window"] };
    private static readonly PrometheusTarget Old = new(new PrometheusRelease(2, 42)) { Flags = [] };

    /// <summary>Throws where a law does not hold.</summary>
    public static void Check(string text)
    {
        var result = PromQlParser.Parse(text, Options);
        BrokenLaw.Unless(result.Errors.Length <= PromQlLimits.MaxErrors, "errors are bounded");
        BrokenLaw.Unless(result.Errors.All(e => IsWithin(e.Span, text.Length)), "errors are within the text");
        BrokenLaw.Unless(result.Comments.All(s => IsWithin(s, text.Length) && text[s.Start] == '#'), "comments are where their text is");
        BrokenLaw.Unless(result.Expr is not null || !result.Errors.IsEmpty, "no tree without an error");
        if (result.Expr is not { } expr)
        {
            return;
        }

        CheckSpans(expr, text);
        if (result.IsValid)
        {
            CheckPrinting(result, expr, text);
            CheckMeaning(expr, text);
        }

        LabelFlowText.Explain(LabelFlow.Of(expr, MeaningContext.Empty), text);
    }

    private static void CheckSpans(PromQlExpr expr, string text)
    {
        foreach (var node in PromQlWalker.DescendantsAndSelf(expr))
        {
            BrokenLaw.Unless(IsWithin(node.Span, text.Length) && node.Span.Length > 0, "nodes are within the text");
            BrokenLaw.Unless(PromQlWalker.Children(node).All(c => c.Span.Start >= node.Span.Start && c.Span.End <= node.Span.End), "children are within their parents");
        }
    }

    private static void CheckPrinting(PromQlParseResult result, PromQlExpr expr, string text)
    {
        var line = PromQlPrinter.Print(expr);
        BrokenLaw.Unless(!line.Contains('\n', StringComparison.Ordinal), "the canonical form is one line");
        BrokenLaw.Unless(Reparse(line, expr) is { } again && PromQlPrinter.Print(again) == line, "the canonical form is a fixpoint");
        var pretty = PromQlPrinter.PrintPretty(expr);
        BrokenLaw.Unless(Reparse(pretty, expr) is { } same && PromQlPrinter.PrintPretty(same) == pretty, "the pretty form is a fixpoint");
        var commented = PromQlPrinter.PrintPrettyWithComments(result, text);
        BrokenLaw.Unless(Reparse(commented, expr) is not null, "the pretty form with comments means the same");
        var second = PromQlParser.Parse(commented, Options);
        BrokenLaw.Unless(PromQlPrinter.PrintPrettyWithComments(second, commented) == commented, "the pretty form with comments is a fixpoint");
        BrokenLaw.Unless(CommentsOf(second, commented).SequenceEqual(CommentsOf(result, text), StringComparer.Ordinal), "comments survive formatting");
    }

    private static void CheckMeaning(PromQlExpr expr, string text)
    {
        ConditionFlow.Of(expr, MeaningContext.Empty);
        QuantityFlow.Of(expr, MeaningContext.Empty);
        FeatureUse.FlagsOf(expr, text);
        BrokenLaw.Unless(VersionCheck.Run(expr, text, Old).All(e => IsWithin(e.Span, text.Length)), "what is too new is within the text");
        var folded = ConstantFolding.Fold(expr);
        BrokenLaw.Unless(PromQlComparer.Exact.Equals(ConstantFolding.Fold(folded), folded), "folding twice is folding once");
    }

    private static PromQlExpr? Reparse(string text, PromQlExpr original)
        => PromQlParser.Parse(text, Options) is { IsValid: true, Expr: { } expr } && PromQlComparer.Exact.Equals(expr, original) ? expr : null;

    private static ImmutableArray<string> CommentsOf(PromQlParseResult result, string text)
        => [.. result.Comments.Select(s => text.Substring(s.Start, s.Length).TrimEnd())];

    private static bool IsWithin(TextSpan span, int length) => span.Start >= 0 && span.Length >= 0 && span.End <= length;
}
