using System.Collections.Immutable;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>An indicator as later passes see it: rates of events, or parts of a composite.</summary>
internal sealed record LoweredIndicator
{
    public static LoweredIndicator None { get; } = new()
    {
        Signal = new CompositeSignal([]),
        TotalInWords = "",
        BadInWords = "",
    };

    public required Signal Signal { get; init; }

    public MeasuredUnit MeasuredIn { get; init; } = MeasuredUnit.Events;

    public required string TotalInWords { get; init; }

    public required string BadInWords { get; init; }

    /// <summary>Null for composites.</summary>
    public EventRates? Rates { get; init; }

    /// <summary>Empty but for composites.</summary>
    public ImmutableArray<CompositePartSeries> Parts { get; init; } = [];

    public ImmutableArray<QuantileQuery> Quantiles { get; init; } = [];
}
