using System.Collections.Immutable;

namespace SloCompiler.Reports.Svg;

/// <summary>A bar.</summary>
/// <param name="Name">Stands below it.</param>
/// <param name="Value">Its height; null for none.</param>
/// <param name="Label">Stands above it.</param>
/// <param name="IsBad">Whether it misses what it should be.</param>
internal sealed record Bar(string Name, double? Value, string Label, bool IsBad);

/// <summary>Bars beside each other, with a level that they should reach. A bar that does not is also marked by a cross.</summary>
internal sealed record BarChart
{
    private const double Width = 720;
    private const double Height = 240;
    private const double Left = 64;
    private const double Right = 16;
    private const double Top = 26;
    private const double Bottom = 26;

    /// <summary>Unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>What there is to see.</summary>
    public required string Description { get; init; }

    /// <summary>The vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>The bars.</summary>
    public required ImmutableArray<Bar> Bars { get; init; }

    /// <summary>What bars should reach.</summary>
    public required Level Level { get; init; }

    /// <summary>The drawing.</summary>
    public string ToSvg()
    {
        var svg = new SvgWriter();
        svg.Open("svg", ("viewBox", $"0 0 {N(Width)} {N(Height)}"), ("role", "img"), ("class", "chart"), ("aria-labelledby", $"{Id}-title {Id}-desc"), ("width", N(Width)), ("height", N(Height)));
        svg.Text("title", Title, ("id", $"{Id}-title")).Text("desc", Description, ("id", $"{Id}-desc"));
        foreach (var tick in Y.Ticks)
        {
            svg.Leaf("line", ("class", "grid"), ("x1", N(Left)), ("x2", N(Width - Right)), ("y1", N(AtY(tick.Value))), ("y2", N(AtY(tick.Value))));
            svg.Text("text", tick.Label, ("class", "tick end"), ("x", N(Left - 8)), ("y", N(AtY(tick.Value) + 4)));
        }

        for (var i = 0; i < Bars.Length; i++)
        {
            Draw(svg, Bars[i], i);
        }

        svg.Leaf("line", ("class", "level"), ("x1", N(Left)), ("x2", N(Width - Right)), ("y1", N(AtY(Level.Value))), ("y2", N(AtY(Level.Value))));
        svg.Text("text", Y.Label, ("class", "label"), ("x", "4"), ("y", "13"));
        return svg.Close().ToString();
    }

    private static string N(double value) => SvgWriter.Number(value);

    private double AtY(double value) => Height - Bottom - (Y.Scale.Share(value) * (Height - Top - Bottom));

    private void Draw(SvgWriter svg, Bar bar, int index)
    {
        var room = (Width - Left - Right) / Bars.Length;
        var width = Math.Min(room * 0.7, 72);
        var middle = Left + (room * (index + 0.5));
        svg.Text("text", bar.Name, ("class", "tick mid"), ("x", N(middle)), ("y", N(Height - 8)));
        if (bar.Value is not { } value)
        {
            svg.Text("text", "no data", ("class", "note mid"), ("x", N(middle)), ("y", N(Height - Bottom - 6)));
            return;
        }

        var top = Math.Min(AtY(value), Height - Bottom - 1);
        svg.Leaf("rect", ("class", bar.IsBad ? "bar s2" : "bar s1"), ("x", N(middle - (width / 2))), ("y", N(top)), ("width", N(width)), ("height", N(Height - Bottom - top)));
        svg.Text("text", (bar.IsBad ? "✕ " : "") + bar.Label, ("class", "name mid"), ("x", N(middle)), ("y", N(top - 5)));
    }
}
