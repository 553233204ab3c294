namespace SloCompiler.PromQL.Meaning.Quantities;

/// <summary>What a value measures, and in which unit.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Unit">Its unit; null where unknown. Constants have none and fit any.</param>
public sealed record Quantity(QuantityKind Kind, Unit? Unit)
{
    /// <summary>Nothing is known.</summary>
    public static Quantity Unknown { get; } = new(QuantityKind.Unknown, null);

    /// <summary>The unit of what was observed, of buckets, counts and native histograms; null where unknown.</summary>
    public Unit? Observed { get; init; }

    /// <summary>Whether a counter or histogram has gone through <c>rate</c>, <c>increase</c> or the like.</summary>
    public bool IsRated { get; init; }

    /// <summary>The value of a constant; null for all else.</summary>
    public double? Constant { get; init; }

    /// <summary>Whether it was multiplied by 100 before a division that makes a ratio, as in <c>100 * a / b</c>.</summary>
    internal bool IsHundredfold { get; init; }

    /// <summary>A constant.</summary>
    internal static Quantity Number(double? value) => new(QuantityKind.Number, null) { Constant = value };

    /// <summary>A count of something.</summary>
    internal static Quantity Count(QuantityKind kind) => new(kind, Unit.One);
}
