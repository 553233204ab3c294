using System.Globalization;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>
/// The values that samples can have: an interval, perhaps without zero, and perhaps NaN beside it. An open bound is not a value
/// itself; a closed infinite bound means that samples can be infinite. Overflow and underflow of finite values are left out.
/// </summary>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound; below <paramref name="Low"/> where no number is possible.</param>
public readonly record struct ValueRange(double Low, double High)
{
    /// <summary>Any sample at all.</summary>
    public static ValueRange Anything { get; } = new(double.NegativeInfinity, double.PositiveInfinity) { MayBeNaN = true };

    /// <summary>Any number but the infinite ones.</summary>
    public static ValueRange Finite { get; } = Open(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Zero and all finite numbers above.</summary>
    public static ValueRange NotNegative { get; } = AtLeast(0);

    /// <summary>No value.</summary>
    public static ValueRange None { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Whether the lower bound is no value.</summary>
    public bool IsLowOpen { get; init; }

    /// <summary>Whether the upper bound is no value.</summary>
    public bool IsHighOpen { get; init; }

    /// <summary>Whether zero is no value, though it may lie between the bounds.</summary>
    public bool ExcludesZero { get; init; }

    /// <summary>Whether NaN is a value.</summary>
    public bool MayBeNaN { get; init; }

    /// <summary>Whether no number is possible; NaN may still be.</summary>
    public bool HasNoNumber => !(Low < High || (Low == High && !IsLowOpen && !IsHighOpen && !(Low == 0 && ExcludesZero)));

    /// <summary>Whether neither a number nor NaN is possible.</summary>
    public bool IsEmpty => HasNoNumber && !MayBeNaN;

    /// <summary>The only possible value, NaN included; null where there are more or none.</summary>
    public double? Single => HasNoNumber ? MayBeNaN ? double.NaN : null : Low == High && !MayBeNaN ? Low : null;

    /// <summary>Whether zero is possible.</summary>
    public bool MayBeZero => !ExcludesZero && Contains(0);

    /// <summary>Whether a value below zero is possible.</summary>
    public bool MayBeNegative => !HasNoNumber && Low < 0;

    /// <summary>Whether a value above zero is possible.</summary>
    public bool MayBePositive => !HasNoNumber && High > 0;

    /// <summary>Whether plus infinity is possible.</summary>
    public bool MayBePositiveInfinity => Contains(double.PositiveInfinity);

    /// <summary>Whether minus infinity is possible.</summary>
    public bool MayBeNegativeInfinity => Contains(double.NegativeInfinity);

    /// <summary>Whether an infinite value is possible.</summary>
    public bool MayBeInfinite => MayBePositiveInfinity || MayBeNegativeInfinity;

    /// <summary>One value; NaN is allowed.</summary>
    public static ValueRange Of(double value)
        => double.IsNaN(value) ? None with { MayBeNaN = true } : new ValueRange(value, value);

    /// <summary>Both bounds are values where they are finite.</summary>
    public static ValueRange Between(double low, double high)
        => new(low, high) { IsLowOpen = double.IsInfinity(low), IsHighOpen = double.IsInfinity(high) };

    /// <summary>A value and all finite numbers above.</summary>
    public static ValueRange AtLeast(double low) => Between(low, double.PositiveInfinity);

    /// <summary>Neither bound is a value.</summary>
    public static ValueRange Open(double low, double high) => new(low, high) { IsLowOpen = true, IsHighOpen = true };

    /// <summary>Whether a value is possible.</summary>
    /// <param name="value">A number or NaN.</param>
    public bool Contains(double value) => double.IsNaN(value)
        ? MayBeNaN
        : (value > Low || (value == Low && !IsLowOpen)) && (value < High || (value == High && !IsHighOpen))
            && !(ExcludesZero && value == 0);

    /// <summary>The values of both.</summary>
    public ValueRange Intersect(ValueRange other)
    {
        var low = Low > other.Low || (Low == other.Low && IsLowOpen) ? this : other;
        var high = High < other.High || (High == other.High && IsHighOpen) ? this : other;
        return new ValueRange(low.Low, high.High)
        {
            IsLowOpen = low.IsLowOpen,
            IsHighOpen = high.IsHighOpen,
            ExcludesZero = ExcludesZero || other.ExcludesZero,
            MayBeNaN = MayBeNaN && other.MayBeNaN,
        };
    }

    /// <summary>The smallest range with the values of both.</summary>
    public ValueRange Union(ValueRange other)
    {
        if (HasNoNumber || other.HasNoNumber)
        {
            return (HasNoNumber ? other : this) with { MayBeNaN = MayBeNaN || other.MayBeNaN };
        }

        var low = Low < other.Low || (Low == other.Low && !IsLowOpen) ? this : other;
        var high = High > other.High || (High == other.High && !IsHighOpen) ? this : other;
        return new ValueRange(low.Low, high.High)
        {
            IsLowOpen = low.IsLowOpen,
            IsHighOpen = high.IsHighOpen,
            ExcludesZero = !MayBeZero && !other.MayBeZero,
            MayBeNaN = MayBeNaN || other.MayBeNaN,
        };
    }

    /// <summary>In the notation of intervals: <c>(0, 5]</c>, <c>[0, +Inf) without 0</c>, <c>{1} or NaN</c>.</summary>
    public override string ToString()
    {
        var numbers = HasNoNumber ? "nothing" : Low == High ? $"{{{Text(Low)}}}"
            : $"{(IsLowOpen ? '(' : '[')}{Text(Low)}, {Text(High)}{(IsHighOpen ? ')' : ']')}";
        var hole = ExcludesZero && !HasNoNumber && (this with { ExcludesZero = false }).MayBeZero ? " without 0" : "";
        return MayBeNaN ? HasNoNumber ? "NaN" : $"{numbers}{hole} or NaN" : numbers + hole;
    }

    private static string Text(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture),
    };
}
