using System.Collections.Immutable;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>A dashboard, free of the details of one version of the JSON model.</summary>
internal sealed record Dashboard
{
    /// <summary>Where links point.</summary>
    public required string Uid { get; init; }

    /// <summary>Unique in its folder.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows and where it comes from.</summary>
    public required string Description { get; init; }

    /// <summary>Start of the time range that it opens with, such as <c>now-7d</c>.</summary>
    public required string From { get; init; }

    /// <summary>Links under the title.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>Events drawn over the graphs.</summary>
    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    /// <summary>Variables besides the data source.</summary>
    public ImmutableArray<LabelVariable> Variables { get; init; } = [];

    /// <summary>The rows from top to bottom.</summary>
    public required ImmutableArray<Row> Rows { get; init; }
}

/// <summary>Panels under one header.</summary>
/// <param name="Slot">Names the header on this dashboard for ever: its id comes from it.</param>
/// <param name="Title">The header; null for none.</param>
/// <param name="Panels">The panels with their places below the header.</param>
internal sealed record Row(string Slot, string? Title, ImmutableArray<PlacedPanel> Panels)
{
    /// <summary>Rows of the grid that the panels take, without the header.</summary>
    public int Height => Panels.IsEmpty ? 0 : Panels.Max(p => p.Area.Y + p.Area.Height);
}

/// <summary>A panel and its place.</summary>
internal sealed record PlacedPanel(Panel Panel, GridArea Area);

/// <summary>A place on the grid of 24 columns.</summary>
internal sealed record GridArea(int X, int Y, int Width, int Height);

/// <summary>Alerts to draw over all graphs.</summary>
internal sealed record Annotation(string Name, string Expr, string TagKeys);

/// <summary>A variable that chooses values of a label.</summary>
/// <param name="Name">The name of the variable.</param>
/// <param name="Label">The label, which is also what people read.</param>
/// <param name="Selector">The series whose values are offered.</param>
internal sealed record LabelVariable(string Name, string Label, string Selector);
