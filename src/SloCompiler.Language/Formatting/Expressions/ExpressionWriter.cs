using System.Collections.Immutable;
using SloCompiler.Language.Formatting.Layout;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Formatting.Expressions;

/// <summary>Writes an expression as a scalar: plain or in quotes where it has one line, else as a literal block.</summary>
internal static class ExpressionWriter
{
    /// <summary>What is written in place of an expression; null where it stays as it is.</summary>
    /// <param name="site">The expression.</param>
    /// <param name="parsed">Its tree.</param>
    /// <param name="isInFlow">Whether it stands in brackets or braces, which leave it one line.</param>
    public static ScalarReplacement? Write(ExpressionSite site, PromQlParseResult parsed, bool isInFlow)
    {
        var scalar = site.Scalar;
        if (parsed is not { IsValid: true, Expr: { } expr } || scalar.Tag is not null)
        {
            return null;
        }

        var hasComments = !parsed.Comments.IsEmpty;
        if (isInFlow && hasComments)
        {
            return null;
        }

        var text = Print(parsed, scalar.Value);
        if (isInFlow && text.Contains('\n', StringComparison.Ordinal))
        {
            text = PromQlPrinter.Print(expr);
        }

        if (!ScalarText.IsPrintable(text))
        {
            return null;
        }

        var isOneLine = !text.Contains('\n', StringComparison.Ordinal) && !hasComments;
        return isOneLine ? new ScalarReplacement(OneLine(scalar, text, isInFlow), []) : Block(scalar, text);
    }

    private static string Print(PromQlParseResult parsed, string text) => PromQlPrinter.PrintPrettyWithComments(parsed, text).Trim('\n');

    private static string OneLine(YamlScalar scalar, string text, bool isInFlow)
    {
        var isAsWritten = scalar.Style == YamlScalarStyle.Plain && scalar.Value == text;
        return isAsWritten || ScalarText.IsPlain(text, isInFlow, scalar.Style) ? text : ScalarText.Quoted(text, scalar.Style);
    }

    private static ScalarReplacement Block(YamlScalar scalar, string text)
    {
        ImmutableArray<string> lines = [.. text.Split('\n')];
        var indicator = lines[0].StartsWith(' ') ? "2" : "";
        return new ScalarReplacement($"|{indicator}{ChompingOf(scalar)}", lines);
    }

    // The sign behind a block's header is the author's: it decides whether the value ends with a line break.
    private static string ChompingOf(YamlScalar scalar)
    {
        var isBlock = scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded;
        return isBlock && !scalar.Value.EndsWith('\n') ? "-" : "";
    }
}
