using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>Function calls.</summary>
internal sealed partial class ConditionWalk
{
    protected internal override Outcome VisitCall(CallExpr expr) => expr.Function switch
    {
        "pi" => Scalar(expr, ValueRange.Of(Math.PI)),
        "time" or "start" or "end" => Scalar(expr, ValueRange.Finite, ValueRange.NotNegative),
        "step" or "range" => Scalar(expr, ValueRange.NotNegative),
        "min_of" or "max_of" when expr.Arguments is [var left, var right] => Extreme(expr, WalkFresh(left), WalkFresh(right)),
        "vector" when expr.Arguments is [var scalar] => WalkFresh(scalar) with { Expr = expr, IsScalar = false },
        "scalar" when expr.Arguments is [var vector] => ToScalar(expr, WalkFresh(vector)),
        "absent" or "absent_over_time" when expr.Arguments is [var missing] => Absent(expr, WalkFresh(missing)),
        "clamp" or "clamp_min" or "clamp_max" => Clamp(expr),
        "histogram_quantile" when expr.Arguments is [var phi, var buckets] => Quantile(expr, WalkFresh(phi), WalkFresh(buckets)),
        _ when expr.Arguments is [] => Scalar(expr, PointwiseRanges.Map(expr.Function, ValueRange.Finite) ?? ValueRange.Anything) with { IsScalar = false },
        _ => OfVector(expr),
    };

    private Outcome OfVector(CallExpr expr)
    {
        if (expr.Function is "sort" or "sort_desc" or "sort_by_label" or "sort_by_label_desc" or "label_replace" or "label_join")
        {
            var isSameLabels = expr.Function is not ("label_replace" or "label_join");
            var argument = isSameLabels ? Walk(expr.Arguments[0]) : WalkFresh(expr.Arguments[0]);
            return Distribute(expr, argument, (_, o) => o.With(expr, o.Certain, o.Expected) with { IsLabelless = o.IsLabelless && isSameLabels });
        }

        if (PointwiseRanges.Map(expr.Function, ValueRange.Finite) is not null)
        {
            var mapped = Walk(expr.Arguments[0]);
            var isCalm = !Outcome.IsHazardous(mapped.Expected);
            return Distribute(expr, mapped, (_, o) => Pointwise(expr, o) is var result && isCalm ? result.Blame(expr) : result);
        }

        var index = RangeFunctions.VectorArgument(expr.Function);
        var outcomes = expr.Arguments.Select(WalkFresh).ToArray();
        var inner = index < outcomes.Length ? outcomes[index] : new Outcome(expr);
        var parameter = index == 1 ? outcomes[0].Certain.Values : (ValueRange?)null;
        var shape = inner with { Alternatives = [], IsScalar = false, Causes = inner.Causes | EmptyCauses.Function };
        var returned = shape.With(
            expr,
            new(RangeFunctions.Certain(expr.Function, inner.Certain.Values, parameter), AtMostSometimes(inner.Certain).Presence),
            new(RangeFunctions.Expected(expr.Function, inner.Expected.Values, parameter), AtMostSometimes(inner.Expected).Presence));
        return returned.Hazards.IsEmpty ? returned.Blame(expr) : returned;
    }

    private static Outcome Pointwise(CallExpr expr, Outcome argument) => expr is { Function: "round", Arguments.Length: > 1 }
        ? argument.Map(expr, r => r.Single is not null || r.HasNoNumber ? ValueRange.Anything : ValueRange.Anything with
        {
            Low = r.MayBeNegative ? double.NegativeInfinity : 0,
            High = r.MayBePositive ? double.PositiveInfinity : 0,
            IsLowOpen = r.MayBeNegative && !r.MayBeInfinite,
            IsHighOpen = r.MayBePositive && !r.MayBeInfinite,
            MayBeNaN = true,
        })
        : argument.Map(expr, r => PointwiseRanges.Map(expr.Function, r) ?? ValueRange.Anything);

    private static Outcome Extreme(CallExpr expr, Outcome left, Outcome right)
    {
        Func<ValueRange, ValueRange, ValueRange> choose = expr.Function == "min_of" ? RangeMath.Min : RangeMath.Max;
        return Scalar(
            expr,
            choose(left.Certain.Values, right.Certain.Values),
            choose(left.Expected.Values, right.Expected.Values)) with
        { Hazards = [.. left.Hazards, .. right.Hazards] };
    }

    // Not exactly one sample is NaN.
    private static Outcome ToScalar(CallExpr expr, Outcome vector)
    {
        var result = Scalar(expr, Single(vector.Certain, vector.IsLabelless), Single(vector.Expected, vector.IsLabelless));
        return (result with { Hazards = vector.Hazards }) is var scalar && vector.Hazards.IsEmpty ? scalar.Blame(expr) : scalar;
    }

    private static ValueRange Single(Returned vector, bool isLabelless)
        => vector.Presence == Presence.Always && isLabelless ? vector.Values : vector.Values with { MayBeNaN = true };

    private static Outcome Absent(CallExpr expr, Outcome argument)
    {
        var result = new Outcome(expr)
        {
            Certain = new(ValueRange.Of(1), Opposite(argument.Certain.Presence)),
            Expected = new(ValueRange.Of(1), Opposite(argument.Expected.Presence)),
            Causes = EmptyCauses.Absent,
            IsLabelless = expr.Arguments[0] is not (VectorSelector or MatrixSelector or ParenExpr),
            Reasons = argument.Reasons,
        };
        return result.With(expr, result.Certain, result.Expected) is { Presence: Presence.Never } never
            ? never.Because(expr.Arguments[0].Span, "its argument always returns something")
            : result;
    }

    private static Presence Opposite(Presence presence) => presence switch
    {
        Presence.Always => Presence.Never,
        Presence.Never => Presence.Always,
        _ => Presence.Sometimes,
    };

    private Outcome Clamp(CallExpr expr)
    {
        if (expr.Arguments.Length < 2)
        {
            return new Outcome(expr);
        }

        var vector = Walk(expr.Arguments[0]);
        var bounds = expr.Arguments.Skip(1).Select(WalkFresh).ToArray();
        return Distribute(expr, vector, (_, o) => o.With(expr, Clamp(expr, o, bounds, b => b.Certain), Clamp(expr, o, bounds, b => b.Expected)));
    }

    private static Returned Clamp(CallExpr expr, Outcome vector, Outcome[] bounds, Func<Outcome, Returned> view)
    {
        var returned = view(vector);
        var lower = expr.Function == "clamp_max" ? (ValueRange?)null : view(bounds[0]).Values;
        var upper = expr.Function == "clamp_min" ? (ValueRange?)null : view(bounds[^1]).Values;
        var values = upper is { } most ? RangeMath.Min(returned.Values, most) : returned.Values;
        values = lower is { } least ? RangeMath.Max(values, least) : values;
        var order = lower is { } low && upper is { } high ? RangeComparison.Decide(BinaryOperator.Less, high, low) : Truth.Never;
        return order switch
        {
            Truth.Always => Returned.None,
            Truth.Sometimes => AtMostSometimes(returned) with { Values = values },
            _ => returned with { Values = values },
        };
    }

    private Outcome Quantile(CallExpr expr, Outcome phi, Outcome buckets)
    {
        var shape = buckets with { Alternatives = [], IsScalar = false, Causes = buckets.Causes | EmptyCauses.Function };
        var bounds = BucketBounds.Of(expr.Arguments[1], context.Metrics);
        var result = shape.With(
            expr,
            new(HistogramRanges.Quantile(phi.Certain.Values, bounds), AtMostSometimes(buckets.Certain).Presence),
            new(HistogramRanges.Quantile(phi.Expected.Values, bounds), AtMostSometimes(buckets.Expected).Presence));
        return result.Hazards.IsEmpty ? result.Blame(expr) : result;
    }
}
