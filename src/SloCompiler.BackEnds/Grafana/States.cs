using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>States of SLOs and alerts: numbers in queries, words on dashboards. A higher number is more urgent.</summary>
internal static class States
{
    /// <summary>All is well.</summary>
    public const decimal Ok = 0;

    /// <summary>Budget is spent faster than it may be.</summary>
    public const decimal Burning = 1;

    /// <summary>Nothing is known: it may be as bad as can be.</summary>
    public const decimal NoData = 2;

    /// <summary>No budget is left; of an alert: it fires.</summary>
    public const decimal Exhausted = 3;

    /// <summary>A ticket alert fires.</summary>
    public const decimal Ticket = 4;

    /// <summary>A page alert fires.</summary>
    public const decimal Page = 5;

    /// <summary>Seconds that stand for "not while the window lasts".</summary>
    public const decimal BeyondWindow = 1_000_000_000;

    /// <summary>The states of SLOs and of their alerts, in words.</summary>
    public static ImmutableArray<ValueText> Words { get; } =
    [
        new(Ok, "OK", Colours.Good),
        new(Burning, "Burning", Colours.Burning),
        new(NoData, "No data", Colours.NoData),
        new(Exhausted, "Exhausted", Colours.Page),
        new(Ticket, "TICKET fires", Colours.Ticket),
        new(Page, "PAGE fires", Colours.Page),
    ];

    /// <summary>Times to exhaustion that are no times.</summary>
    public static ImmutableArray<ValueText> ExhaustionWords { get; } =
        [new(0, "spent", Colours.Page), new(BeyondWindow, "outlasts window", Colours.Text) { AndAbove = true }];
}
