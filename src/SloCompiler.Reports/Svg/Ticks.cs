using System.Globalization;

namespace SloCompiler.Reports.Svg;

/// <summary>Marks of axes at round values, with few words.</summary>
internal static class Ticks
{
    private const int Few = 4;

    private static readonly double[] Durations =
    [
        1, 5, 15, 60, 5 * 60, 15 * 60, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86_400, 3 * 86_400, 7 * 86_400, 14 * 86_400, 30 * 86_400, 90 * 86_400, 365 * 86_400,
    ];

    /// <summary>Ratios as percentages on a logarithmic axis: decades, with steps between them where there are few.</summary>
    public static IReadOnlyList<Tick> Percents(Scale scale)
    {
        var decades = Inside(scale, Decades(1));
        var values = decades.Count >= Few ? decades : Inside(scale, Decades(1, 2, 5));
        return [.. values.Select(v => new Tick(v, Percent(v)))];

        static IEnumerable<double> Decades(params double[] steps)
            => Enumerable.Range(-9, 10).SelectMany(power => steps.Select(step => step * Math.Pow(10, power))).Where(v => v <= 1.0000001);
    }

    /// <summary>Lengths of time on a logarithmic axis.</summary>
    public static IReadOnlyList<Tick> Times(Scale scale)
        => [.. Inside(scale, Durations).Select(v => new Tick(v, Duration(v)))];

    /// <summary>Numbers on a linear axis, at steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="scale">The axis.</param>
    /// <param name="label">The words for a value.</param>
    public static IReadOnlyList<Tick> Even(Scale scale, Func<double, string> label)
    {
        var rough = (scale.High - scale.Low) / Few;
        if (rough <= 0 || !double.IsFinite(rough))
        {
            return [new Tick(scale.Low, label(scale.Low))];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
        var first = Math.Ceiling((scale.Low / step) - 1e-9);
        return [.. Enumerable.Range(0, 12).Select(i => Math.Round((first + i) * step, 12)).Where(v => v <= scale.High + (step * 1e-9)).Select(v => new Tick(v, label(v)))];
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 60 => Whole(seconds) + " s",
        < 3600 => Whole(seconds / 60) + " min",
        < 86_400 => Whole(seconds / 3600) + " h",
        _ => Whole(seconds / 86_400) + " d",
    };

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A ratio as a percentage with the digits that it has.</summary>
    public static string Percent(double ratio) => (ratio * 100).ToString("0.######;−0.######", CultureInfo.InvariantCulture) + "%";

    private static List<double> Inside(Scale scale, IEnumerable<double> values)
        => [.. values.Where(v => v >= scale.Low * 0.999999 && v <= scale.High * 1.000001)];
}
