using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>Arithmetic on ranges: every result of values of the operands lies in the result.</summary>
internal static class RangeMath
{
    /// <summary>The values of an arithmetic operator.</summary>
    public static ValueRange Apply(BinaryOperator op, ValueRange left, ValueRange right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return ValueRange.None;
        }

        if (left.Single is { } a && right.Single is { } b && ConstantMath.Binary(op, a, b) is { } value)
        {
            return ValueRange.Of(value);
        }

        if (left.HasNoNumber || right.HasNoNumber)
        {
            return op == BinaryOperator.Power ? ValueRange.Anything : ValueRange.Of(double.NaN);
        }

        var result = op switch
        {
            BinaryOperator.Add => Add(left, right),
            BinaryOperator.Subtract => Add(left, Negate(right)),
            BinaryOperator.Multiply => Multiply(left, right),
            BinaryOperator.Divide => Divide(left, right),
            BinaryOperator.Modulo => Modulo(left, right),
            BinaryOperator.Power => Power(left, right),
            BinaryOperator.Atan2 => new ValueRange(-Math.PI, Math.PI),
            _ => ValueRange.Anything,
        };
        return left.MayBeNaN || right.MayBeNaN ? result with { MayBeNaN = true } : result;
    }

    /// <summary>The values with the other sign.</summary>
    public static ValueRange Negate(ValueRange range) => range.HasNoNumber ? range : range with
    {
        Low = -range.High,
        High = -range.Low,
        IsLowOpen = range.IsHighOpen,
        IsHighOpen = range.IsLowOpen,
    };

    /// <summary>The greater of two values each.</summary>
    public static ValueRange Max(ValueRange left, ValueRange right)
    {
        if (left.HasNoNumber || right.HasNoNumber)
        {
            return left.IsEmpty || right.IsEmpty ? ValueRange.None : ValueRange.Of(double.NaN);
        }

        var low = left.Low > right.Low || (left.Low == right.Low && left.IsLowOpen) ? left : right;
        var high = left.High > right.High || (left.High == right.High && !left.IsHighOpen) ? left : right;
        return new ValueRange(low.Low, high.High)
        {
            IsLowOpen = low.IsLowOpen,
            IsHighOpen = high.IsHighOpen,
            ExcludesZero = !left.MayBeZero && !right.MayBeZero,
            MayBeNaN = left.MayBeNaN || right.MayBeNaN,
        };
    }

    /// <summary>The lesser of two values each.</summary>
    public static ValueRange Min(ValueRange left, ValueRange right) => Negate(Max(Negate(left), Negate(right)));

    /// <summary>The values without sign.</summary>
    public static ValueRange Abs(ValueRange range) => range.HasNoNumber || range.Low >= 0 ? range
        : range.High <= 0 ? Negate(range)
        : Max(range, Negate(range)) with { Low = 0, IsLowOpen = range.ExcludesZero };

    /// <summary>The sum of one or more of the values.</summary>
    public static ValueRange SumOf(ValueRange range) => range.HasNoNumber ? range : range with
    {
        Low = range.MayBeNegative ? double.NegativeInfinity : range.Low,
        IsLowOpen = range.MayBeNegative ? !range.MayBeNegativeInfinity : range.IsLowOpen,
        High = range.MayBePositive ? double.PositiveInfinity : range.High,
        IsHighOpen = range.MayBePositive ? !range.MayBePositiveInfinity : range.IsHighOpen,
        ExcludesZero = range.ExcludesZero && !(range.MayBeNegative && range.MayBePositive),
        MayBeNaN = range.MayBeNaN || (range.MayBePositiveInfinity && range.MayBeNegativeInfinity),
    };

    /// <summary>The same bounds for values that are made of several, such as averages: those between may all occur.</summary>
    public static ValueRange Mixed(ValueRange range) => range.HasNoNumber ? range : range with
    {
        IsLowOpen = double.IsInfinity(range.Low) && range.IsLowOpen,
        IsHighOpen = double.IsInfinity(range.High) && range.IsHighOpen,
        ExcludesZero = range.ExcludesZero && !(range.MayBeNegative && range.MayBePositive),
        MayBeNaN = range.MayBeNaN || (range.MayBePositiveInfinity && range.MayBeNegativeInfinity),
    };

    /// <summary>The same for quantiles, which are NaN between two infinite samples.</summary>
    public static ValueRange Interpolated(ValueRange range)
        => Mixed(range) is var mixed && range.MayBeInfinite ? mixed with { MayBeNaN = true } : mixed;

    private static ValueRange Add(ValueRange left, ValueRange right)
    {
        var low = double.IsNegativeInfinity(left.Low) || double.IsNegativeInfinity(right.Low) ? double.NegativeInfinity : left.Low + right.Low;
        var high = double.IsPositiveInfinity(left.High) || double.IsPositiveInfinity(right.High) ? double.PositiveInfinity : left.High + right.High;
        return new ValueRange(low, high)
        {
            IsLowOpen = double.IsNegativeInfinity(low) && !left.MayBeNegativeInfinity && !right.MayBeNegativeInfinity,
            IsHighOpen = double.IsPositiveInfinity(high) && !left.MayBePositiveInfinity && !right.MayBePositiveInfinity,
            MayBeNaN = (left.MayBePositiveInfinity && right.MayBeNegativeInfinity) || (left.MayBeNegativeInfinity && right.MayBePositiveInfinity),
        };
    }

    private static ValueRange Multiply(ValueRange left, ValueRange right)
    {
        var isFinite = !left.MayBeInfinite && !right.MayBeInfinite;
        return Hull(Times(left.Low, right.Low), Times(left.Low, right.High), Times(left.High, right.Low), Times(left.High, right.High), isFinite) with
        {
            ExcludesZero = !left.MayBeZero && !right.MayBeZero,
            MayBeNaN = (left.MayBeZero && right.MayBeInfinite) || (left.MayBeInfinite && right.MayBeZero),
        };
    }

    private static ValueRange Divide(ValueRange left, ValueRange right)
    {
        var mayBeNaN = (left.MayBeZero && right.MayBeZero) || (left.MayBeInfinite && right.MayBeInfinite);
        var isFinite = !left.MayBeInfinite && !right.MayBeZero;
        var excludesZero = !left.MayBeZero && !right.MayBeInfinite;
        if (right.Low > 0 || right.High < 0)
        {
            return Hull(Over(left.Low, right.Low), Over(left.Low, right.High), Over(left.High, right.Low), Over(left.High, right.High), isFinite)
                with
            { MayBeNaN = mayBeNaN, ExcludesZero = excludesZero };
        }

        // A zero of its own sign: what is never below zero is not minus zero either.
        var isPositive = right.Low >= 0 && !double.IsNegative(right.Low);
        var low = !isPositive || left.Low < 0 ? double.NegativeInfinity : Over(left.Low, right.High);
        var high = !isPositive || left.High > 0 ? double.PositiveInfinity : Over(left.High, right.High);
        return Hull(low, low, high, high, isFinite) with { MayBeNaN = mayBeNaN, ExcludesZero = excludesZero };
    }

    private static ValueRange Modulo(ValueRange left, ValueRange right)
    {
        if (right.Single == 0)
        {
            return ValueRange.Of(double.NaN);
        }

        var divisor = Math.Max(Math.Abs(right.Low), Math.Abs(right.High));
        var low = left.Low < 0 ? -Math.Min(divisor, -left.Low) : 0;
        var high = left.High > 0 ? Math.Min(divisor, left.High) : 0;
        return ValueRange.Between(low, high) with { MayBeNaN = right.MayBeZero || left.MayBeInfinite };
    }

    private static ValueRange Power(ValueRange left, ValueRange right)
    {
        var isEven = right.Single is { } exponent && exponent % 2 == 0;
        if (left is { Low: >= 0, High: <= 1 } && right.Low >= 0)
        {
            return new ValueRange(0, 1);
        }

        if (left.Low >= 1 && right.Low >= 0)
        {
            return new ValueRange(1, double.PositiveInfinity) { IsHighOpen = !left.MayBeInfinite && !right.MayBeInfinite };
        }

        var isFinite = !left.MayBeInfinite && !right.MayBeInfinite && !(left.MayBeZero && right.MayBeNegative);
        var isNotNegative = isEven || left is { Low: >= 0 } && !double.IsNegative(left.Low);
        return new ValueRange(isNotNegative ? 0 : double.NegativeInfinity, double.PositiveInfinity)
        {
            IsLowOpen = !isNotNegative && isFinite,
            IsHighOpen = isFinite,
            MayBeNaN = left.MayBeNegative && !(right.Single is { } whole && whole == Math.Floor(whole)),
        };
    }

    private static double Times(double left, double right) => left == 0 || right == 0 ? left * right is double.NaN ? 0 : left * right : left * right;

    private static double Over(double left, double right)
        => double.IsInfinity(left) && double.IsInfinity(right) ? left * Math.Sign(right) : left == 0 ? 0 : left / right;

    /// <summary>The range between the least and the greatest; infinite bounds are no values where everything stays finite.</summary>
    private static ValueRange Hull(double a, double b, double c, double d, bool isFinite)
    {
        var low = Math.Min(Math.Min(a, b), Math.Min(c, d));
        var high = Math.Max(Math.Max(a, b), Math.Max(c, d));
        return new ValueRange(low, high)
        {
            IsLowOpen = isFinite && double.IsInfinity(low),
            IsHighOpen = isFinite && double.IsInfinity(high),
        };
    }
}
