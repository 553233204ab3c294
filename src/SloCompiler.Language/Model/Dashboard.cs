using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Language.Model;

/// <summary>A row of panels on the service's dashboard.</summary>
public sealed record DashboardRow(string Title, ImmutableArray<DashboardPanel> Panels, SourceSpan Span);

/// <summary>The types of panels that a spec may ask for.</summary>
public enum PanelType
{
    /// <summary>Lines over time.</summary>
    TimeSeries,

    /// <summary>One number.</summary>
    Stat,

    /// <summary>A table of instant values.</summary>
    Table,

    /// <summary>A gauge.</summary>
    Gauge,

    /// <summary>Bars of instant values.</summary>
    BarGauge,

    /// <summary>Markdown.</summary>
    Text,
}

/// <summary>A panel that the author asked for.</summary>
public sealed record DashboardPanel
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Type.</summary>
    public PanelType Type { get; init; }

    /// <summary>Unit by Grafana's identifier, such as <c>s</c>, <c>short</c>, <c>percentunit</c>.</summary>
    public string Unit { get; init; } = "short";

    /// <summary>What it shows.</summary>
    public string? Description { get; init; }

    /// <summary>The queries; none for text panels. Ranges may be <c>$__rate_interval</c>, <c>$__interval</c>, <c>$__range</c>.</summary>
    public ImmutableArray<PanelQuery> Queries { get; init; } = [];

    /// <summary>Markdown of a text panel.</summary>
    public string? Content { get; init; }

    /// <summary>Lines or bands at fixed values, with their labels; by ascending value.</summary>
    public ImmutableArray<PanelThreshold> Thresholds { get; init; } = [];

    /// <summary>Name of the runbook, or a whole URL.</summary>
    public Located<string>? Runbook { get; init; }

    /// <summary>The entry in the file.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>One query of a panel.</summary>
/// <param name="Expr">The query.</param>
/// <param name="Legend">Legend format, such as <c>{{queue}}</c>; null for Grafana's own.</param>
public sealed record PanelQuery(SpecExpression Expr, string? Legend);

/// <summary>A value at which a panel changes its colour.</summary>
/// <param name="Value">The value, in the panel's unit.</param>
/// <param name="Level"><c>warning</c> or <c>critical</c>.</param>
public sealed record PanelThreshold(decimal Value, string Level);
