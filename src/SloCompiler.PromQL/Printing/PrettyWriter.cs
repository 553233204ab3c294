using System.Text;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>
/// Writes a tree over several lines: an operator on its own line between its indented operands, arguments one per line. Chains of
/// one precedence stay at one indentation. A node that fits on a line stays on it.
/// </summary>
internal sealed class PrettyWriter(StringBuilder builder, int width) : PromQlVisitor<bool>
{
    private const int IndentSize = 2;

    private int _level;

    protected internal override bool VisitNumber(NumberLiteral expr) => WriteLine(expr);

    protected internal override bool VisitString(StringLiteral expr) => WriteLine(expr);

    protected internal override bool VisitVectorSelector(VectorSelector expr) => WriteLine(expr);

    protected internal override bool VisitMatrixSelector(MatrixSelector expr) => WriteLine(expr);

    protected internal override bool VisitSubquery(SubqueryExpr expr)
        => TryWriteLine(expr) || (Write(expr.Expr, Parentheses.AreNeededBeforeBrackets(expr.Expr)) && Line.WriteSubqueryEnd(expr));

    protected internal override bool VisitUnary(UnaryExpr expr)
    {
        if (TryWriteLine(expr))
        {
            return true;
        }

        builder.Append(expr.IsNegation ? '-' : '+');
        return Write(expr.Operand, Parentheses.AreNeededAfterSign(expr.Operand));
    }

    protected internal override bool VisitBinary(BinaryExpr expr)
    {
        if (TryWriteLine(expr))
        {
            return true;
        }

        _level++;
        builder.Append(' ', IndentSize);
        return WriteChain(expr);
    }

    protected internal override bool VisitParen(ParenExpr expr) => TryWriteLine(expr) || WriteInParentheses(expr.Inner);

    protected internal override bool VisitAggregate(AggregateExpr expr)
    {
        if (TryWriteLine(expr))
        {
            return true;
        }

        Line.WriteAggregateStart(expr);
        return WriteBlock(expr.Parameter is null ? [expr.Expr] : [expr.Parameter, expr.Expr]);
    }

    protected internal override bool VisitCall(CallExpr expr)
    {
        if (TryWriteLine(expr))
        {
            return true;
        }

        builder.Append(expr.Function).Append('(');
        return WriteBlock(expr.Arguments.AsSpan());
    }

    private LineWriter Line => new(builder, int.MaxValue);

    /// <summary>Writes the operands of a left-deep chain under each other, from the first on; expects the level of the operands.</summary>
    private bool WriteChain(BinaryExpr expr)
    {
        var chain = new Stack<BinaryExpr>();
        chain.Push(expr);
        while (chain.Peek().Left is BinaryExpr left && Ql.Precedence(left.Operator) == Ql.Precedence(expr.Operator)
            && expr.Operator != BinaryOperator.Power)
        {
            chain.Push(left);
        }

        var first = chain.Peek();
        Write(first.Left, Parentheses.AreNeededForOperand(first.Operator, first.Left, isRight: false));
        foreach (var link in chain)
        {
            _level--;
            NewLine();
            Line.WriteOperator(link);
            _level++;
            NewLine();
            Write(link.Right, Parentheses.AreNeededForOperand(link.Operator, link.Right, isRight: true));
        }

        _level--;
        return true;
    }

    private bool WriteBlock(ReadOnlySpan<PromQlExpr> children)
    {
        _level++;
        for (var i = 0; i < children.Length; i++)
        {
            builder.Append(i > 0 ? "," : "");
            NewLine();
            Visit(children[i]);
        }

        _level--;
        NewLine();
        builder.Append(')');
        return true;
    }

    private bool WriteInParentheses(PromQlExpr expr)
    {
        builder.Append('(');
        return WriteBlock([expr]);
    }

    private bool Write(PromQlExpr expr, bool inParentheses) => inParentheses ? WriteInParentheses(expr) : Visit(expr);

    private void NewLine() => builder.Append('\n').Append(' ', _level * IndentSize);

    private bool WriteLine(PromQlExpr expr) => Line.Visit(expr);

    /// <summary>Writes a node on one line if it fits; otherwise leaves the text as it was.</summary>
    private bool TryWriteLine(PromQlExpr expr)
    {
        var start = builder.Length;
        var fits = new LineWriter(builder, start + width).Visit(expr);
        builder.Length = fits ? builder.Length : start;
        return fits;
    }
}
