using System.Text;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing.Comments;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>
/// Prints a tree as PromQL that parses to the same tree, in the forms of Prometheus: matchers are sorted, <c>by ()</c>,
/// <c>ignoring ()</c> and <c>offset 0s</c> are left out where they mean nothing, names in quotes become matchers of <c>__name__</c>,
/// and lengths are written with the largest units. Parentheses are added where a tree built by hand needs them.
/// </summary>
public static class PromQlPrinter
{
    /// <summary>The width at which Prometheus's own formatter breaks lines.</summary>
    public const int DefaultWidth = 100;

    /// <summary>The canonical form on one line.</summary>
    public static string Print(PromQlExpr expr) => LineLayout.Of(expr).Text;

    /// <summary>Broken over lines where one line would exceed the width, as <c>promtool promql format</c> does.</summary>
    /// <param name="expr">The tree.</param>
    /// <param name="width">Longest text of a node that stays on one line, in UTF-8 bytes, without its indentation.</param>
    public static string PrintPretty(PromQlExpr expr, int width = DefaultWidth) => PrintPretty(expr, CommentFeed.None, width);

    /// <summary>
    /// The same with the comments of the source. A comment that ended a line ends one again; a comment on a line of its own keeps one,
    /// before what followed it. What a comment stands in is broken over lines, and matchers around comments keep their order.
    /// </summary>
    /// <param name="result">What was parsed. Without a tree the source stays as it is.</param>
    /// <param name="text">The source.</param>
    public static string PrintPrettyWithComments(PromQlParseResult result, string text)
        => result.Expr is { } expr ? PrintPretty(expr, CommentFeed.Of(expr, text, result.Comments), DefaultWidth) : text;

    private static string PrintPretty(PromQlExpr expr, CommentFeed comments, int width)
    {
        var builder = new StringBuilder();
        var writer = new PrettyWriter(builder, LineLayout.Of(expr), width, comments);
        writer.Visit(expr);
        writer.WriteRest();
        return builder.ToString();
    }

    /// <summary>An operator as it is written.</summary>
    public static string TextOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Unless => "unless",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Less => "<",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Greater => ">",
        BinaryOperator.TrimUpper => "</",
        BinaryOperator.TrimLower => ">/",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Atan2 => "atan2",
        BinaryOperator.Power => "^",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    /// <summary>An operator of matchers as it is written.</summary>
    public static string TextOf(MatchOperator op) => op switch
    {
        MatchOperator.Equal => "=",
        MatchOperator.NotEqual => "!=",
        MatchOperator.RegexMatch => "=~",
        MatchOperator.RegexNoMatch => "!~",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };
}
