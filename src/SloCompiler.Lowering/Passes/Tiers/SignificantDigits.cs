namespace SloCompiler.Lowering.Passes.Tiers;

/// <summary>Rounding of numbers that have no end.</summary>
internal static class SignificantDigits
{
    private const decimal Smallest = 1000;
    private const decimal Largest = 10000;

    /// <summary>Rounds a positive number up to four significant digits.</summary>
    public static decimal RoundUp(decimal value)
    {
        var scale = 1m;
        while (value * scale < Smallest)
        {
            scale *= 10;
        }

        while (value * scale >= Largest)
        {
            scale /= 10;
        }

        return Math.Ceiling(value * scale) / scale;
    }
}
