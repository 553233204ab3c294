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

    /// <summary>Panels of one size from a corner on, within the right edge.</summary>
    public static ImmutableArray<PlacedPanel> Same(IEnumerable<Panel> panels, int left, int top, int width, int height)
        => Place(panels.Select(p => (p, width, height)), left, top);

    /// <summary>Charts that share the width: up to three side by side, four in two lines.</summary>
    public static ImmutableArray<PlacedPanel> Charts(ImmutableArray<Panel> panels, int top)
        => Same(panels, 0, top, ChartWidth(panels.Length), ChartHeight);

    /// <summary>The width at which so many charts fill their lines.</summary>
    public static int ChartWidth(int count) => count switch
    {
        1 => FullWidth,
        2 or 4 => FullWidth / 2,
        _ => FullWidth / 3,
    };

    /// <summary>Panels of their own sizes; a line is as high as its highest panel.</summary>
    public static ImmutableArray<PlacedPanel> Place(IEnumerable<(Panel Panel, int Width, int Height)> panels, int left, int top)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedPanel>();
        var (x, y, lineHeight) = (left, top, 0);
        foreach (var (panel, width, height) in panels)
        {
            if (x + width > FullWidth)
            {
                (x, y, lineHeight) = (left, y + lineHeight, 0);
            }

            placed.Add(new PlacedPanel(panel, new GridArea(x, y, width, height)));
            x += width;
            lineHeight = Math.Max(lineHeight, height);
        }

        return placed.ToImmutable();
    }
}
