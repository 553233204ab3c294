using System.Text;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>Writes a tree on one line and notes where each node stands. Gives the index of the node.</summary>
/// <param name="builder">Where to write.</param>
/// <param name="nodes">Takes the places of the nodes, parents first; parentheses that are added count as nodes.</param>
internal sealed class LineWriter(StringBuilder builder, LineNodes nodes) : PromQlVisitor<int>
{
    private readonly PartWriter _parts = new(builder);

    protected internal override int VisitNumber(NumberLiteral expr)
    {
        var index = Begin();
        builder.Append(TextOf(expr));
        return End(index);
    }

    protected internal override int VisitString(StringLiteral expr)
    {
        var index = Begin();
        PromQlStrings.AppendQuoted(builder, expr.Value);
        return End(index);
    }

    protected internal override int VisitVectorSelector(VectorSelector expr)
    {
        var index = Begin();
        _parts.WriteSelector(expr);
        return End(index);
    }

    protected internal override int VisitMatrixSelector(MatrixSelector expr)
    {
        var index = Begin();
        _parts.WriteSelector(expr);
        return End(index);
    }

    protected internal override int VisitSubquery(SubqueryExpr expr)
    {
        var index = Begin();
        Write(expr.Expr, Parentheses.AreNeededBeforeBrackets(expr.Expr));
        _parts.WriteSubqueryEnd(expr);
        return End(index);
    }

    protected internal override int VisitUnary(UnaryExpr expr)
    {
        var index = Begin();
        builder.Append(expr.IsNegation ? '-' : '+');
        Write(expr.Operand, Parentheses.AreNeededAfterSign(expr.Operand));
        return End(index);
    }

    protected internal override int VisitBinary(BinaryExpr expr)
    {
        var index = Begin();
        WriteLeft(expr);
        builder.Append(' ');
        _parts.WriteOperator(expr);
        builder.Append(' ');
        Write(expr.Right, Parentheses.AreNeededForOperand(expr.Operator, expr.Right, isRight: true));
        return End(index);
    }

    protected internal override int VisitParen(ParenExpr expr) => WriteInParentheses(expr.Inner);

    protected internal override int VisitAggregate(AggregateExpr expr)
    {
        var index = Begin();
        _parts.WriteAggregateStart(expr);
        if (expr.Parameter is not null)
        {
            Visit(expr.Parameter);
            builder.Append(", ");
        }

        Visit(expr.Expr);
        builder.Append(')');
        return End(index);
    }

    protected internal override int VisitCall(CallExpr expr)
    {
        var index = Begin();
        builder.Append(expr.Function).Append('(');
        for (var i = 0; i < expr.Arguments.Length; i++)
        {
            builder.Append(i > 0 ? ", " : "");
            Visit(expr.Arguments[i]);
        }

        builder.Append(')');
        return End(index);
    }

    private void WriteLeft(BinaryExpr expr)
    {
        if (expr is { Operator: BinaryOperator.Power, Left: NumberLiteral { Value: double.PositiveInfinity } })
        {
            // The sign of +Inf would apply to the whole power.
            var index = Begin();
            builder.Append("Inf");
            End(index);
            return;
        }

        Write(expr.Left, Parentheses.AreNeededForOperand(expr.Operator, expr.Left, isRight: false));
    }

    private int Write(PromQlExpr expr, bool inParentheses) => inParentheses ? WriteInParentheses(expr) : Visit(expr);

    private int WriteInParentheses(PromQlExpr expr)
    {
        var index = Begin();
        builder.Append('(');
        Visit(expr);
        builder.Append(')');
        return End(index);
    }

    private int Begin()
    {
        nodes.Add(new LineNode(builder.Length, builder.Length, 0));
        return nodes.Count - 1;
    }

    private int End(int index)
    {
        nodes[index] = nodes[index] with { End = builder.Length, Next = nodes.Count };
        return index;
    }

    private static string TextOf(NumberLiteral expr)
    {
        var milliseconds = expr.Value * 1000;
        var isDuration = expr.IsDuration && Math.Abs(milliseconds) < long.MaxValue
            && (double)new PrometheusDuration((long)Math.Round(milliseconds)).Seconds == expr.Value;
        return isDuration
            ? PromQlDurationFormat.Format(new PrometheusDuration((long)Math.Round(milliseconds)))
            : PromQlNumberFormat.Format(expr.Value);
    }
}
