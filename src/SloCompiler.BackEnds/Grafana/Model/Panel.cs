using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>A panel. Each family says how its own options are written; all else is common.</summary>
internal abstract record Panel
{
    /// <summary>Names the panel on its dashboard for ever: its id comes from it.</summary>
    public required string Slot { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows and how to read it.</summary>
    public required string Description { get; init; }

    /// <summary>Links in the panel's head.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>How far back it looks, whatever range the dashboard shows; null for that range.</summary>
    public string? LooksBack { get; init; }

    /// <summary>Points that a line has at most; null for as many as fit.</summary>
    public int? MostPoints { get; init; }

    /// <summary>The queries.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>How values look; null for panels without values.</summary>
    public FieldOptions? Fields { get; init; }

    /// <summary>Grafana's name of the family.</summary>
    public abstract string Type { get; }

    /// <summary>The options of the family, as its schema asks for them.</summary>
    public abstract JsonObject Options();

    /// <summary>The family's options of each field; null for none.</summary>
    public virtual JsonObject? Custom() => null;

    /// <summary>What is done with the results before they are shown.</summary>
    public virtual ImmutableArray<JsonObject> Transformations() => [];
}

/// <summary>How a query is run.</summary>
internal enum TargetKind
{
    /// <summary>Over the time range.</summary>
    Range,

    /// <summary>Once, at its end.</summary>
    Instant,

    /// <summary>Once, with labels as columns.</summary>
    Table,
}

/// <summary>A query.</summary>
/// <param name="Expr">The query.</param>
/// <param name="Legend">Name of its series; empty for Grafana's own.</param>
/// <param name="Kind">How it is run.</param>
internal sealed record Target(PromQlExpr Expr, string Legend, TargetKind Kind)
{
    /// <summary>Whether traces are asked for along with the values.</summary>
    public bool HasExemplars { get; init; }
}
