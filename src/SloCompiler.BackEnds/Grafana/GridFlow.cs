using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>Puts panels side by side, and below where they do not fit.</summary>
internal static class GridFlow
{
    /// <summary>Columns of the grid.</summary>
    public const int FullWidth = 24;

    /// <summary>Height of a chart.</summary>
    public const int ChartHeight = 8;

    /// <summary>Panels of one height in lines that each share the width from a column to the right edge.</summary>
    public static ImmutableArray<PlacedPanel> Shared(ImmutableArray<Panel> panels, int lines, int left, int top, int height)
    {
        var width = FullWidth - left;
        var placed = ImmutableArray.CreateBuilder<PlacedPanel>(panels.Length);
        for (var line = 0; line < lines; line++)
        {
            var (first, end) = (Share(line, lines, panels.Length), Share(line + 1, lines, panels.Length));
            for (var i = first; i < end; i++)
            {
                var (x, right) = (Share(i - first, end - first, width), Share(i - first + 1, end - first, width));
                placed.Add(new PlacedPanel(panels[i], new GridArea(left + x, top + (line * height), right - x, height)));
            }
        }

        return placed.ToImmutable();
    }

    /// <summary>Charts that share the width: up to three side by side, four in two lines.</summary>
    public static ImmutableArray<PlacedPanel> Charts(ImmutableArray<Panel> panels, int top)
    {
        var width = ChartWidth(panels.Length);
        return Place(panels.Select(p => (p, width, ChartHeight)), top);
    }

    /// <summary>The width at which so many charts fill their lines.</summary>
    public static int ChartWidth(int count) => count switch
    {
        1 => FullWidth,
        2 or 4 => FullWidth / 2,
        _ => FullWidth / 3,
    };

    /// <summary>Panels of their own sizes. A line is as high as its highest panel, and its last panel takes what is left of it.</summary>
    public static ImmutableArray<PlacedPanel> Place(IEnumerable<(Panel Panel, int Width, int Height)> panels, int top)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedPanel>();
        var line = new List<PlacedPanel>();
        foreach (var (panel, width, height) in panels)
        {
            var x = line.Sum(p => p.Area.Width);
            if (x + width > FullWidth)
            {
                top = Close(line, placed);
                x = 0;
            }

            line.Add(new PlacedPanel(panel, new GridArea(x, top, width, height)));
        }

        Close(line, placed);
        return placed.ToImmutable();
    }

    /// <summary>Fills a line up to its right and lower edges, so that no hole stays; gives the top of the next one.</summary>
    private static int Close(List<PlacedPanel> line, ImmutableArray<PlacedPanel>.Builder placed)
    {
        if (line is [.., var last])
        {
            var height = line.Max(p => p.Area.Height);
            line[^1] = last with { Area = last.Area with { Width = FullWidth - last.Area.X } };
            placed.AddRange(line.Select(p => p with { Area = p.Area with { Height = height } }));
            line.Clear();
            return last.Area.Y + height;
        }

        return 0;
    }

    /// <summary>Where a share begins; the first ones get what does not divide evenly.</summary>
    private static int Share(int index, int count, int whole) => ((index * whole) + count - 1) / count;
}
