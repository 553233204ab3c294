using System.Text;
using SloCompiler.PromQL.Printing.Comments;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Printing;

/// <summary>
/// Writes a tree over several lines: an operator on its own line between its indented operands, arguments one per line. A node that
/// fits on a line, and has no comment inside, stays on it.
/// </summary>
/// <param name="builder">Where to write.</param>
/// <param name="layout">The tree on one line.</param>
/// <param name="width">Longest text of a node that stays on one line, without its indentation.</param>
/// <param name="comments">The comments to write on the way.</param>
internal sealed partial class PrettyWriter(StringBuilder builder, LineLayout layout, int width, CommentFeed comments) : PromQlVisitor<bool>
{
    private const int IndentSize = 2;

    // What is nested deeper stays on one line: the indentation of a chain of ten thousand operators would fill megabytes.
    private const int DeepestLevel = 128;

    private readonly PartWriter _parts = new(builder);

    private int _level;
    private int _node;
    private bool _isBehindSign;

    protected internal override bool VisitNumber(NumberLiteral expr) => WriteLeaf(expr);

    protected internal override bool VisitString(StringLiteral expr) => WriteLeaf(expr);

    protected internal override bool VisitVectorSelector(VectorSelector expr)
    {
        FlushComments(expr.Span.Start);
        if (!comments.AreBefore(expr.Span.End))
        {
            return WriteLeaf(expr);
        }

        WriteBraces(expr);
        _parts.WriteModifiers(expr.Modifiers);
        return true;
    }

    protected internal override bool VisitMatrixSelector(MatrixSelector expr)
    {
        FlushComments(expr.Span.Start);
        if (!comments.AreBefore(expr.Span.End))
        {
            return WriteLeaf(expr);
        }

        WriteBraces(expr.Selector);
        _parts.WriteRange(expr);
        return true;
    }

    protected internal override bool VisitSubquery(SubqueryExpr expr)
    {
        if (MustBreak(expr.Span))
        {
            Write(expr.Expr, Parentheses.AreNeededBeforeBrackets(expr.Expr));
            _parts.WriteSubqueryEnd(expr);
            return true;
        }

        // Prometheus does not indent a subquery that fits on a line; it knows no form with comments.
        _isBehindSign |= comments.IsEmpty;
        return WriteIndented();
    }

    /// <summary>Prometheus breaks what follows a sign by its own length, whatever the sign adds.</summary>
    protected internal override bool VisitUnary(UnaryExpr expr)
    {
        FlushComments(expr.Span.Start);
        _node++;
        Indent();
        builder.Append(expr.IsNegation ? '-' : '+');
        _isBehindSign = true;
        return Write(expr.Operand, Parentheses.AreNeededAfterSign(expr.Operand));
    }

    protected internal override bool VisitBinary(BinaryExpr expr)
    {
        if (!MustBreak(expr.Span))
        {
            return WriteIndented();
        }

        _level++;
        Write(expr.Left, Parentheses.AreNeededForOperand(expr.Operator, expr.Left, isRight: false));
        _level--;
        builder.Append('\n');
        FlushComments(expr.OperatorSpan.Start);
        Indent();
        _parts.WriteOperator(expr);
        builder.Append('\n');
        _level++;
        Write(expr.Right, Parentheses.AreNeededForOperand(expr.Operator, expr.Right, isRight: true));
        _level--;
        return true;
    }

    protected internal override bool VisitParen(ParenExpr expr) => WriteInParentheses(expr.Span, expr.Inner);

    protected internal override bool VisitAggregate(AggregateExpr expr)
    {
        if (!MustBreak(expr.Span))
        {
            return WriteIndented();
        }

        Indent();
        _parts.WriteAggregateStart(expr);
        return WriteBlock(expr.Parameter is null ? [expr.Expr] : [expr.Parameter, expr.Expr], comments.CloseOf(expr));
    }

    protected internal override bool VisitCall(CallExpr expr)
    {
        if (!MustBreak(expr.Span))
        {
            return WriteIndented();
        }

        Indent();
        builder.Append(expr.Function).Append('(');
        return WriteBlock(expr.Arguments.AsSpan(), expr.Span.End - 1);
    }

    /// <summary>Writes children one per line, and the closing parenthesis.</summary>
    private bool WriteBlock(ReadOnlySpan<PromQlExpr> children, int close)
    {
        _level++;
        for (var i = 0; i < children.Length; i++)
        {
            builder.Append(i > 0 ? ",\n" : "\n");
            Visit(children[i]);
        }

        WriteClosing(')', close);
        return true;
    }

    /// <summary>Ends an indented block; comments before the closing token belong into the block.</summary>
    private void WriteClosing(char token, int position)
    {
        builder.Append('\n');
        FlushComments(position);
        _level--;
        Indent();
        builder.Append(token);
    }

    private bool Write(PromQlExpr expr, bool inParentheses) => inParentheses ? WriteInParentheses(expr.Span, expr) : Visit(expr);

    private bool WriteInParentheses(TextSpan span, PromQlExpr inner)
    {
        if (!MustBreak(span))
        {
            return WriteIndented();
        }

        Indent();
        builder.Append('(');
        return WriteBlock([inner], span.End - 1);
    }

    private void WriteBraces(VectorSelector expr)
    {
        _node++;
        Indent();
        builder.Append(PartWriter.NameOutside(expr)).Append('{');
        _level++;
        var named = PartWriter.Matchers(expr).Length - expr.Matchers.Length;
        var index = 0;
        foreach (var matcher in PartWriter.Matchers(expr))
        {
            builder.Append(index > 0 ? ",\n" : "\n");
            FlushComments(index < named ? expr.Span.Start : expr.Matchers[index - named].Span.Start);
            Indent();
            builder.Append(matcher);
            index++;
        }

        WriteClosing('}', comments.CloseOf(expr));
    }

    private bool WriteLeaf(PromQlExpr expr)
    {
        FlushComments(expr.Span.Start);
        return WriteIndented();
    }

    /// <summary>Whether the node at hand cannot stay on one line; if so, its children come next.</summary>
    private bool MustBreak(TextSpan span)
    {
        FlushComments(span.Start);
        var isTooLong = _level < DeepestLevel && layout.WidthOf(layout[_node]) > width;
        var mustBreak = isTooLong || comments.AreBefore(span.End);
        _node += mustBreak ? 1 : 0;
        return mustBreak;
    }

    private bool WriteIndented()
    {
        Indent();
        WriteOnOneLine();
        return true;
    }

    private void WriteOnOneLine()
    {
        var node = layout[_node];
        builder.Append(layout.Text, node.Start, node.End - node.Start);
        _node = node.Next;
    }

    private void Indent()
    {
        if (!_isBehindSign)
        {
            builder.Append(' ', Math.Min(_level, DeepestLevel) * IndentSize);
        }

        _isBehindSign = false;
    }
}
