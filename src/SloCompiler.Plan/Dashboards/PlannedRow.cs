using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Plan.Dashboards;

/// <summary>A row of panels that the author asked for.</summary>
public sealed record PlannedRow(string Title, ImmutableArray<PlannedPanel> Panels);

/// <summary>The types of panels that an author may ask for.</summary>
public enum PlannedPanelType
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
public sealed record PlannedPanel
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Type.</summary>
    public required PlannedPanelType Type { get; init; }

    /// <summary>Unit by Grafana's identifier.</summary>
    public required string Unit { get; init; }

    /// <summary>What it shows.</summary>
    public string? Description { get; init; }

    /// <summary>The queries.</summary>
    public ImmutableArray<PlannedQuery> Queries { get; init; } = [];

    /// <summary>Markdown of a text panel.</summary>
    public string? Content { get; init; }

    /// <summary>Values at which the colour changes, ascending.</summary>
    public ImmutableArray<PlannedThreshold> Thresholds { get; init; } = [];

    /// <summary>URL of the runbook; null where there is none.</summary>
    public string? RunbookUrl { get; init; }

    /// <summary>The entry in the spec.</summary>
    public required SourceSpan Origin { get; init; }
}

/// <summary>One query of a panel, with its legend format.</summary>
public sealed record PlannedQuery(PromQlExpr Expr, string? Legend);

/// <summary>A value at which a panel changes its colour.</summary>
/// <param name="Value">The value, in the panel's unit.</param>
/// <param name="IsCritical">Critical rather than warning.</param>
public sealed record PlannedThreshold(decimal Value, bool IsCritical);
