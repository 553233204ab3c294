using System.Text;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>
/// Prints a tree as PromQL that parses to the same tree. The form is that of Prometheus, except that matchers keep their order,
/// clauses that were written stay written (<c>offset 0s</c>, <c>by ()</c>), and durations never use weeks or years:
/// <c>[1w]</c> prints as <c>[7d]</c>, which is the same length. Parentheses are added where a tree built by hand needs them.
/// </summary>
public static class PromQlPrinter
{
    /// <summary>The width at which Prometheus's own formatter breaks lines.</summary>
    public const int DefaultWidth = 100;

    /// <summary>The canonical form on one line.</summary>
    public static string Print(PromQlExpr expr)
    {
        var builder = new StringBuilder();
        new LineWriter(builder, int.MaxValue).Visit(expr);
        return builder.ToString();
    }

    /// <summary>Broken over lines where one line would exceed the width.</summary>
    /// <param name="expr">The tree.</param>
    /// <param name="width">Longest text of a node that stays on one line, without its indentation.</param>
    public static string PrintPretty(PromQlExpr expr, int width = DefaultWidth)
    {
        var builder = new StringBuilder();
        new PrettyWriter(builder, width).Visit(expr);
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
