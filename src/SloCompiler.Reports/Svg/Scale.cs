namespace SloCompiler.Reports.Svg;

/// <summary>A mark of an axis.</summary>
/// <param name="Value">Where it is.</param>
/// <param name="Label">What it says.</param>
internal sealed record Tick(double Value, string Label);

/// <summary>Turns values into pixels.</summary>
internal abstract class Scale(double low, double high)
{
    /// <summary>The least value.</summary>
    public double Low { get; } = low;

    /// <summary>The greatest value.</summary>
    public double High { get; } = high;

    /// <summary>Where a value lies: 0 at the least, 1 at the greatest; values beyond are clamped.</summary>
    public double Share(double value) => Math.Clamp(Of(value), 0, 1);

    /// <summary>Values that are evenly spread to the eye, the ends included.</summary>
    public abstract IEnumerable<double> Spread(double from, double to, int count);

    protected abstract double Of(double value);
}

/// <summary>Equal differences are equally far apart.</summary>
internal sealed class LinearScale(double low, double high) : Scale(low, high)
{
    public override IEnumerable<double> Spread(double from, double to, int count)
        => Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)));

    protected override double Of(double value) => High > Low ? (value - Low) / (High - Low) : 0.5;
}

/// <summary>Equal ratios are equally far apart. All values are above 0.</summary>
internal sealed class LogScale(double low, double high) : Scale(low, high)
{
    public override IEnumerable<double> Spread(double from, double to, int count)
        => Enumerable.Range(0, count).Select(i => from * Math.Pow(to / from, (double)i / (count - 1)));

    protected override double Of(double value) => value <= Low || High <= Low ? 0 : Math.Log(value / Low) / Math.Log(High / Low);
}
