using System.Collections.Immutable;

namespace SloCompiler.Reports.Svg;

/// <summary>A point of a line.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A line with its name.</summary>
/// <param name="Name">Stands at its end.</param>
/// <param name="Style">Number from 1 of its colour and its dashes.</param>
/// <param name="Parts">Its parts, with gaps between them.</param>
internal sealed record Line(string Name, int Style, ImmutableArray<ImmutableArray<Point>> Parts);

/// <summary>A level that lines are compared with.</summary>
/// <param name="Value">Its value on its axis.</param>
/// <param name="Label">What it is.</param>
/// <param name="IsVertical">Whether it is a value of the horizontal axis.</param>
internal sealed record Level(double Value, string Label, bool IsVertical = false);

/// <summary>An axis.</summary>
/// <param name="Label">What it measures.</param>
/// <param name="Scale">Its scale.</param>
/// <param name="Ticks">Its marks.</param>
internal sealed record Axis(string Label, Scale Scale, IReadOnlyList<Tick> Ticks);

/// <summary>Lines over a common axis; told apart by colour, by dashes and by their names at their ends.</summary>
internal sealed record LineChart
{
    private const double Left = 64;
    private const double Top = 24;
    private const double Bottom = 46;
    private const double LabelHeight = 15;
    private const int LongestName = 13;

    /// <summary>Unique on the page: letters, digits, dashes.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>What there is to see, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>The lines.</summary>
    public required ImmutableArray<Line> Lines { get; init; }

    /// <summary>Levels to compare with.</summary>
    public ImmutableArray<Level> Levels { get; init; } = [];

    /// <summary>A value of the vertical axis down or up to which lines are filled; null for no filling.</summary>
    public double? FillTo { get; init; }

    /// <summary>Width in pixels, at which texts have their size.</summary>
    public double Width { get; init; } = 720;

    /// <summary>Height in pixels.</summary>
    public double Height { get; init; } = 300;

    /// <summary>The drawing.</summary>
    public string ToSvg()
    {
        var svg = new SvgWriter();
        svg.Open(
            "svg", ("viewBox", $"0 0 {N(Width)} {N(Height)}"), ("role", "img"), ("class", "chart"), ("aria-labelledby", $"{Id}-title {Id}-desc"), ("width", N(Width)), ("height", N(Height)));
        svg.Text("title", Title, ("id", $"{Id}-title")).Text("desc", Description, ("id", $"{Id}-desc"));
        DrawAxes(svg);
        foreach (var level in Levels)
        {
            Draw(svg, level);
        }

        foreach (var line in Lines)
        {
            Draw(svg, line);
        }

        DrawNames(svg);
        return svg.Close().ToString();
    }

    // One line needs no name.
    private double Right => Lines.Length > 1 ? 112 : 16;

    private double AtX(double value) => Left + (X.Scale.Share(value) * (Width - Left - Right));

    private double AtY(double value) => Height - Bottom - (Y.Scale.Share(value) * (Height - Top - Bottom));

    private static string N(double value) => SvgWriter.Number(value);

    private void DrawAxes(SvgWriter svg)
    {
        foreach (var tick in Y.Ticks)
        {
            var y = N(AtY(tick.Value));
            svg.Leaf("line", ("class", "grid"), ("x1", N(Left)), ("x2", N(Width - Right)), ("y1", y), ("y2", y));
            svg.Text("text", tick.Label, ("class", "tick end"), ("x", N(Left - 8)), ("y", N(AtY(tick.Value) + 4)));
        }

        foreach (var tick in X.Ticks)
        {
            var x = N(AtX(tick.Value));
            svg.Leaf("line", ("class", "grid"), ("x1", x), ("x2", x), ("y1", N(Top)), ("y2", N(Height - Bottom)));
            svg.Text("text", tick.Label, ("class", "tick mid"), ("x", x), ("y", N(Height - Bottom + 17)));
        }

        svg.Leaf("line", ("class", "axis"), ("x1", N(Left)), ("x2", N(Width - Right)), ("y1", N(Height - Bottom)), ("y2", N(Height - Bottom)));
        svg.Text("text", X.Label, ("class", "label mid"), ("x", N((Left + Width - Right) / 2)), ("y", N(Height - 8)));
        svg.Text("text", Y.Label, ("class", "label"), ("x", "4"), ("y", "13"));
    }

    private void Draw(SvgWriter svg, Level level)
    {
        if (level.IsVertical)
        {
            var x = AtX(level.Value);
            svg.Leaf("line", ("class", "level"), ("x1", N(x)), ("x2", N(x)), ("y1", N(Top)), ("y2", N(Height - Bottom)));
            svg.Text("text", level.Label, ("class", "note"), ("x", N(x + 5)), ("y", N(Height - Bottom - 7)));
            return;
        }

        var y = AtY(level.Value);
        svg.Leaf("line", ("class", "level"), ("x1", N(Left)), ("x2", N(Width - Right)), ("y1", N(y)), ("y2", N(y)));
        svg.Text("text", level.Label, ("class", "note"), ("x", N(Left + 6)), ("y", N(y - 5)));
    }

    private void Draw(SvgWriter svg, Line line)
    {
        foreach (var part in line.Parts.Where(p => !p.IsEmpty))
        {
            var points = string.Join(' ', part.Select(p => $"{N(AtX(p.X))},{N(AtY(p.Y))}"));
            if (FillTo is { } level)
            {
                var area = $"{N(AtX(part[0].X))},{N(AtY(level))} {points} {N(AtX(part[^1].X))},{N(AtY(level))}";
                svg.Leaf("polygon", ("class", $"area s{line.Style}"), ("points", area));
            }

            if (part.Length == 1)
            {
                svg.Leaf("circle", ("class", $"dot s{line.Style}"), ("cx", N(AtX(part[0].X))), ("cy", N(AtY(part[0].Y))), ("r", "2.5"));
            }
            else
            {
                svg.Leaf("polyline", ("class", $"line s{line.Style}"), ("points", points));
            }
        }
    }

    // Names stand beside the ends of their lines, pushed apart where they would cover each other.
    private void DrawNames(SvgWriter svg)
    {
        var ends = Lines.Where(l => l.Parts.Any(p => !p.IsEmpty)).Select(l => (Line: l, End: l.Parts.Last(p => !p.IsEmpty)[^1])).OrderBy(e => AtY(e.End.Y)).ToList();
        var lowest = Height - Bottom + 4 - (ends.Count * LabelHeight);
        var y = 0.0;
        foreach (var (line, end) in Lines.Length > 1 ? ends : [])
        {
            lowest += LabelHeight;
            y = Math.Max(Math.Min(AtY(end.Y) + 4, lowest), y + LabelHeight);
            svg.Leaf("line", ("class", $"line s{line.Style}"), ("x1", N(Width - Right + 4)), ("x2", N(Width - Right + 22)), ("y1", N(y - 4)), ("y2", N(y - 4)));
            svg.Text("text", line.Name.Length > LongestName ? line.Name[..LongestName] + "…" : line.Name, ("class", "name"), ("x", N(Width - Right + 26)), ("y", N(y)));
        }
    }
}
