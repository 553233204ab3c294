using System.Collections.Immutable;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Language.Dashboards.Queries;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dashboards;

/// <summary>A panel or a row of a dashboard.</summary>
public sealed record GrafanaPanel
{
    /// <summary>Its object.</summary>
    public required YamlMapping Node { get; init; }

    /// <summary>The type, such as <c>timeseries</c>; empty where none is written.</summary>
    public required string Type { get; init; }

    /// <summary>The row that it stands in; null for panels beside rows.</summary>
    public YamlMapping? Row { get; init; }

    /// <summary>Where it is on the grid; null where that is not written.</summary>
    public GridPosition? Grid { get; init; }

    /// <summary>Its data source; null where nothing is written.</summary>
    public GrafanaDatasource? Datasource { get; init; }

    /// <summary>Its queries.</summary>
    public ImmutableArray<GrafanaTarget> Targets { get; init; } = [];

    /// <summary>Its links, those of its fields included.</summary>
    public ImmutableArray<GrafanaLink> Links { get; init; } = [];

    /// <summary>The title; null where none is written.</summary>
    public YamlScalar? Title => Node.TextOf("title");

    /// <summary>Whether it is a row.</summary>
    public bool IsRow => Type == "row";

    /// <summary>Whether its content is kept elsewhere, in the library of Grafana.</summary>
    public bool IsFromLibrary => Node.Find("libraryPanel") is not null;

    /// <summary>The settings of all its fields; null where none are written.</summary>
    public YamlMapping? Defaults => Node.ObjectAt("fieldConfig", "defaults");

    /// <summary>The overrides for some fields.</summary>
    public ImmutableArray<YamlMapping> Overrides => Node.ObjectOf("fieldConfig")?.ObjectsOf("overrides") ?? [];

    /// <summary>Where a finding on the panel as a whole is shown: at its title, else at its type.</summary>
    public SourceSpan Place => (Title ?? Node.TextOf("type"))?.Span ?? new SourceSpan(Node.Span.Source, new TextSpan(Node.Span.Range.Start, 1));

    /// <summary>The panel in words for messages.</summary>
    public string Described => Title is { Value.Length: > 0 } title ? $"\"{title.Value}\"" : Type.Length > 0 ? $"of type {Type}" : "without a title";
}

/// <summary>A place on the grid, which has 24 columns.</summary>
/// <param name="Node">Its object.</param>
/// <param name="X">First column, from 0.</param>
/// <param name="Y">First row, from 0.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public sealed record GridPosition(YamlMapping Node, decimal X, decimal Y, decimal Width, decimal Height)
{
    /// <summary>Columns of the grid.</summary>
    public const int Columns = 24;

    /// <summary>Whether two share a part of the grid.</summary>
    public bool Overlaps(GridPosition other)
        => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
}

/// <summary>A query of a panel.</summary>
/// <param name="Node">Its object.</param>
/// <param name="Datasource">Where it asks: its own, else the panel's; null where nothing is written.</param>
/// <param name="Query">The PromQL; null where it has none.</param>
public sealed record GrafanaTarget(YamlMapping Node, GrafanaDatasource? Datasource, PanelExpression? Query)
{
    /// <summary>The name among the queries of the panel.</summary>
    public YamlScalar? RefId => Node.TextOf("refId");

    /// <summary>How its series are named.</summary>
    public YamlScalar? Legend => Node.TextOf("legendFormat");

    /// <summary>Whether its result is not shown.</summary>
    public bool IsHidden => Node.FlagOf("hide") == true;
}
