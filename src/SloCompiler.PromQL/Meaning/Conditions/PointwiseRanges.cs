using SloCompiler.PromQL.Rewriting;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>The values of functions that map each sample by itself.</summary>
internal static class PointwiseRanges
{
    /// <summary>The values of a function; null for functions that do not map samples one by one.</summary>
    /// <param name="function">Name of the function.</param>
    /// <param name="x">The samples.</param>
    public static ValueRange? Map(string function, ValueRange x)
    {
        if (Bounds(function, x) is not { } result)
        {
            return null;
        }

        var single = x.Single is { } value ? ConstantMath.Map(function, value) : null;
        return single is { } known ? ValueRange.Of(known) : x.HasNoNumber && !IsCalendar(function) ? x : result with
        {
            MayBeNaN = result.MayBeNaN || (x.MayBeNaN && !IsCalendar(function)),
        };
    }

    private static bool IsCalendar(string function) => function is "days_in_month" or "day_of_month" or "day_of_week" or "day_of_year"
        or "hour" or "minute" or "month" or "year";

    private static ValueRange? Bounds(string function, ValueRange x) => function switch
    {
        "abs" => RangeMath.Abs(x),
        "ceil" or "floor" or "round" => Rising(function, x) with { ExcludesZero = false },
        "deg" or "rad" or "sinh" or "asinh" or "atan" or "tanh" => Rising(function, x) with { ExcludesZero = x.ExcludesZero },
        "exp" => Rising(function, x) with { ExcludesZero = !x.MayBeNegativeInfinity },
        "ln" or "log2" or "log10" => Logarithm(function, x),
        "sqrt" => Partial(function, x, 0, double.PositiveInfinity) with { ExcludesZero = x.ExcludesZero },
        "acosh" => Partial(function, x, 1, double.PositiveInfinity),
        "asin" => Partial(function, x, -1, 1),
        "atanh" => Partial(function, x, -1, 1),
        "acos" => new ValueRange(0, Math.PI) { MayBeNaN = x.Low < -1 || x.High > 1 },
        "sgn" => new ValueRange(x.MayBeNegative ? -1 : x.MayBeZero ? 0 : 1, x.MayBePositive ? 1 : x.MayBeZero ? 0 : -1) { ExcludesZero = !x.MayBeZero },
        "sin" or "cos" => new ValueRange(-1, 1) { MayBeNaN = x.MayBeInfinite },
        "tan" => ValueRange.Finite with { MayBeNaN = x.MayBeInfinite },
        "cosh" => new ValueRange(1, double.PositiveInfinity) { IsHighOpen = !x.MayBeInfinite },
        _ => Calendar(function),
    };

    private static ValueRange? Calendar(string function) => function switch
    {
        "days_in_month" => new ValueRange(28, 31),
        "day_of_month" => new ValueRange(1, 31),
        "day_of_week" => new ValueRange(0, 6),
        "day_of_year" => new ValueRange(1, 366),
        "hour" => new ValueRange(0, 23),
        "minute" => new ValueRange(0, 59),
        "month" => new ValueRange(1, 12),
        "year" => ValueRange.Finite,
        _ => null,
    };

    /// <summary>A function that never falls. Rounding can reach open bounds.</summary>
    private static ValueRange Rising(string function, ValueRange x)
    {
        var low = ConstantMath.Map(function, x.Low) ?? double.NegativeInfinity;
        var high = ConstantMath.Map(function, x.High) ?? double.PositiveInfinity;
        return new ValueRange(low, high)
        {
            IsLowOpen = double.IsInfinity(low) && !x.MayBeInfinite,
            IsHighOpen = double.IsInfinity(high) && !x.MayBeInfinite,
        };
    }

    private static ValueRange Logarithm(string function, ValueRange x)
        => Partial(function, x, 0, double.PositiveInfinity) is var result && !x.MayBeZero && result.Low < 0 && double.IsInfinity(result.Low)
            ? result with { IsLowOpen = true }
            : result;

    /// <summary>A rising function that is NaN outside of a domain.</summary>
    private static ValueRange Partial(string function, ValueRange x, double lowest, double highest)
    {
        var domain = new ValueRange(lowest, highest);
        var inside = x.Intersect(domain);
        var isNaN = x.Low < lowest || x.High > highest;
        if (inside.HasNoNumber)
        {
            return ValueRange.Of(double.NaN);
        }

        var low = ConstantMath.Map(function, inside.Low) ?? double.NegativeInfinity;
        var high = ConstantMath.Map(function, inside.High) ?? double.PositiveInfinity;
        return new ValueRange(low, high) { IsHighOpen = double.IsPositiveInfinity(high) && inside.IsHighOpen, MayBeNaN = isNaN };
    }
}
