using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>Aggregations.</summary>
internal sealed partial class ConditionWalk
{
    protected internal override Outcome VisitAggregate(AggregateExpr expr)
    {
        var parameter = expr.Parameter is null ? null : WalkFresh(expr.Parameter);
        var inner = WalkFresh(expr.Expr);
        var isSelection = expr.Operator is "topk" or "bottomk" or "limitk" or "limit_ratio";
        var isUngrouped = expr.Grouping is null or { IsWithout: false, Labels.IsEmpty: true };
        var result = (inner with { Alternatives = [], IsScalar = false }).With(
            expr,
            Aggregate(expr.Operator, inner.Certain, parameter?.Certain.Values),
            Aggregate(expr.Operator, inner.Expected, parameter?.Expected.Values));
        result = result with
        {
            IsLabelless = expr.Operator != "count_values" && (inner.IsLabelless || (isUngrouped && !isSelection)),
            Causes = expr.Operator is "limit_ratio" ? inner.Causes | EmptyCauses.Function : inner.Causes,
        };
        return result.Hazards.IsEmpty ? result.Blame(expr) : result;
    }

    private static Returned Aggregate(string op, Returned inner, ValueRange? parameter)
    {
        if (inner.Presence == Presence.Never)
        {
            return Returned.None;
        }

        var isNone = op is "topk" or "bottomk" or "limitk" && parameter is { HasNoNumber: false, High: < 1 };
        var isPerhaps = op is "limit_ratio" || (op is "topk" or "bottomk" or "limitk" && !(parameter is { HasNoNumber: false, Low: >= 1 }));
        return new Returned(
            ValuesOf(op, inner.Values, parameter),
            isNone ? Presence.Never : isPerhaps ? Presence.Sometimes : inner.Presence);
    }

    private static ValueRange ValuesOf(string op, ValueRange inner, ValueRange? parameter) => op switch
    {
        "sum" => RangeMath.SumOf(inner),
        "avg" => RangeMath.Mixed(inner),
        "min" or "max" or "topk" or "bottomk" or "limitk" or "limit_ratio" => inner,
        "count" or "count_values" => ValueRange.AtLeast(1),
        "group" => ValueRange.Of(1),
        "stddev" or "stdvar" => ValueRange.NotNegative with { MayBeNaN = inner.MayBeNaN || inner.MayBeInfinite, IsHighOpen = !inner.MayBeInfinite },
        "quantile" when parameter is { } phi => Quantile(phi, RangeMath.Interpolated(inner)),
        _ => ValueRange.Anything,
    };

    /// <summary>A quantile of samples: outside 0 to 1 it is infinite.</summary>
    private static ValueRange Quantile(ValueRange phi, ValueRange inner)
    {
        var result = phi is { HasNoNumber: false, High: >= 0, Low: <= 1 } ? inner : ValueRange.None with { MayBeNaN = inner.MayBeNaN };
        if (phi is { HasNoNumber: false, Low: < 0 })
        {
            result = result.Union(ValueRange.Of(double.NegativeInfinity));
        }

        if (phi is { HasNoNumber: false, High: > 1 })
        {
            result = result.Union(ValueRange.Of(double.PositiveInfinity));
        }

        return phi.MayBeNaN ? result with { MayBeNaN = true } : result;
    }
}
