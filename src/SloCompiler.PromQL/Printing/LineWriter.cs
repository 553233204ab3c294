using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>Writes a tree on one line. Gives up when the text grows beyond a limit, and says so.</summary>
/// <param name="builder">Where to write.</param>
/// <param name="limit">Length of the builder beyond which writing stops.</param>
internal sealed class LineWriter(StringBuilder builder, int limit) : PromQlVisitor<bool>
{
    private bool Fits => builder.Length <= limit;

    protected internal override bool VisitNumber(NumberLiteral expr)
    {
        builder.Append(TextOf(expr));
        return Fits;
    }

    protected internal override bool VisitString(StringLiteral expr)
    {
        PromQlStrings.AppendQuoted(builder, expr.Value);
        return Fits;
    }

    protected internal override bool VisitVectorSelector(VectorSelector expr)
    {
        WriteSeries(expr);
        return WriteModifiers(expr.Modifiers);
    }

    protected internal override bool VisitMatrixSelector(MatrixSelector expr)
    {
        WriteSeries(expr.Selector);
        builder.Append('[').Append(TextOf(expr.Range)).Append(']');
        return WriteModifiers(expr.Selector.Modifiers);
    }

    protected internal override bool VisitSubquery(SubqueryExpr expr)
        => Write(expr.Expr, Parentheses.AreNeededBeforeBrackets(expr.Expr)) && WriteSubqueryEnd(expr);

    protected internal override bool VisitUnary(UnaryExpr expr)
    {
        builder.Append(expr.IsNegation ? '-' : '+');
        return Write(expr.Operand, Parentheses.AreNeededAfterSign(expr.Operand));
    }

    protected internal override bool VisitBinary(BinaryExpr expr)
    {
        if (!Write(expr.Left, Parentheses.AreNeededForOperand(expr.Operator, expr.Left, isRight: false)))
        {
            return false;
        }

        builder.Append(' ');
        WriteOperator(expr);
        builder.Append(' ');
        return Write(expr.Right, Parentheses.AreNeededForOperand(expr.Operator, expr.Right, isRight: true));
    }

    protected internal override bool VisitParen(ParenExpr expr) => Write(expr.Inner, inParentheses: true);

    protected internal override bool VisitAggregate(AggregateExpr expr)
    {
        WriteAggregateStart(expr);
        if (expr.Parameter is not null)
        {
            Visit(expr.Parameter);
            builder.Append(", ");
        }

        var fits = Fits && Visit(expr.Expr);
        builder.Append(')');
        return fits && Fits;
    }

    protected internal override bool VisitCall(CallExpr expr)
    {
        builder.Append(expr.Function).Append('(');
        for (var i = 0; i < expr.Arguments.Length && Fits; i++)
        {
            builder.Append(i > 0 ? ", " : "");
            Visit(expr.Arguments[i]);
        }

        builder.Append(')');
        return Fits;
    }

    /// <summary>Writes <c>sum by (job) (</c>.</summary>
    public void WriteAggregateStart(AggregateExpr expr)
    {
        builder.Append(expr.Operator);
        if (expr.Grouping is { } grouping)
        {
            builder.Append(grouping.IsWithout ? " without " : " by ");
            WriteLabels(grouping.Labels);
            builder.Append(' ');
        }

        builder.Append('(');
    }

    /// <summary>Writes an operator with its modifiers.</summary>
    public void WriteOperator(BinaryExpr expr)
    {
        builder.Append(PromQlPrinter.TextOf(expr.Operator)).Append(expr.ReturnBool ? " bool" : "");
        if (expr.Matching is not { } matching)
        {
            return;
        }

        if (matching.IsWritten)
        {
            builder.Append(matching.IsOn ? " on " : " ignoring ");
            WriteLabels(matching.Labels);
        }

        if (matching.Group != GroupSide.None)
        {
            builder.Append(matching.Group == GroupSide.Left ? " group_left " : " group_right ");
            WriteLabels(matching.Include);
        }

        WriteFill(matching.FillLeft, " fill_left (");
        WriteFill(matching.FillRight, " fill_right (");
    }

    private void WriteFill(double? value, string start)
    {
        if (value is { } number)
        {
            builder.Append(start).Append(PromQlNumberFormat.Format(number)).Append(')');
        }
    }

    /// <summary>Writes <c>[1h:5m]</c> with its modifiers.</summary>
    public bool WriteSubqueryEnd(SubqueryExpr expr)
    {
        builder.Append('[').Append(TextOf(expr.Range)).Append(':').Append(expr.Step is null ? "" : TextOf(expr.Step)).Append(']');
        return WriteModifiers(expr.Modifiers);
    }

    private bool Write(PromQlExpr expr, bool inParentheses)
    {
        if (!inParentheses)
        {
            return Visit(expr);
        }

        builder.Append('(');
        var fits = Visit(expr);
        builder.Append(')');
        return fits && Fits;
    }

    private void WriteLabels(ImmutableArray<string> labels)
    {
        builder.Append('(');
        for (var i = 0; i < labels.Length; i++)
        {
            builder.Append(i > 0 ? ", " : "");
            WriteName(labels[i], PromQlNames.IsPlainGroupingLabel(labels[i]));
        }

        builder.Append(')');
    }

    private void WriteSeries(VectorSelector expr)
    {
        var isPlain = expr.MetricName is not null && PromQlNames.IsPlainMetricName(expr.MetricName);
        builder.Append(isPlain ? expr.MetricName : "");
        if (isPlain && expr.Matchers.IsEmpty)
        {
            return;
        }

        builder.Append('{');
        var separator = "";
        if (!isPlain && expr.MetricName is not null)
        {
            PromQlStrings.AppendQuoted(builder, expr.MetricName);
            separator = ",";
        }

        foreach (var matcher in expr.Matchers)
        {
            builder.Append(separator);
            WriteName(matcher.Name, PromQlNames.IsPlainLabelName(matcher.Name));
            builder.Append(PromQlPrinter.TextOf(matcher.Operator));
            PromQlStrings.AppendQuoted(builder, matcher.Value);
            separator = ",";
        }

        builder.Append('}');
    }

    private void WriteName(string name, bool isPlain)
    {
        if (isPlain)
        {
            builder.Append(name);
        }
        else
        {
            PromQlStrings.AppendQuoted(builder, name);
        }
    }

    private bool WriteModifiers(SelectorModifiers modifiers)
    {
        if (modifiers.At is { } at)
        {
            builder.Append(" @ ").Append(TextOf(at));
        }

        if (modifiers.Offset is { } offset)
        {
            builder.Append(" offset ").Append(TextOf(offset));
        }

        builder.Append(modifiers.Extension switch
        {
            RangeExtension.None => "",
            RangeExtension.Anchored => " anchored",
            RangeExtension.Smoothed => " smoothed",
            _ => throw new ArgumentOutOfRangeException(nameof(modifiers)),
        });

        return Fits;
    }

    private static string TextOf(NumberLiteral expr)
    {
        var milliseconds = expr.Value * 1000;
        var isDuration = expr.IsDuration && Math.Abs(milliseconds) < long.MaxValue
            && (double)new PrometheusDuration((long)Math.Round(milliseconds)).Seconds == expr.Value;
        return isDuration
            ? new PrometheusDuration((long)Math.Round(milliseconds)).ToString()
            : PromQlNumberFormat.Format(expr.Value);
    }

    private static string TextOf(PromQlDuration duration) => duration switch
    {
        DurationLiteral { Number: { } number } => PromQlNumberFormat.Format(number),
        DurationLiteral literal => literal.Value.ToString(),
        DurationVariable variable => $"${variable.Name}",
        DurationNegation negation => "-" + TextOf(negation.Operand),
        DurationParen paren => $"({TextOf(paren.Inner)})",
        DurationBinary binary => $"{TextOf(binary.Left)} {PromQlPrinter.TextOf(binary.Operator)} {TextOf(binary.Right)}",
        DurationCall call => $"{call.Name}({string.Join(", ", call.Arguments.Select(TextOf))})",
        _ => throw new ArgumentOutOfRangeException(nameof(duration)),
    };

    private static string TextOf(AtModifier at) => at switch
    {
        AtTimestamp timestamp => timestamp.Seconds.ToString("F3", CultureInfo.InvariantCulture),
        AtBoundary boundary => boundary.IsStart ? "start()" : "end()",
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };
}
