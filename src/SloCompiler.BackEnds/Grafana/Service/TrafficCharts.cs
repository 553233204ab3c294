using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan.Signals;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The events behind an SLO: how many, how bad, how slow.</summary>
internal static class TrafficCharts
{
    /// <summary>Builds the panels that the indicator has values for.</summary>
    public static ImmutableArray<Panel> Build(SloBoard board)
    {
        var charts = ImmutableArray.CreateBuilder<Panel>();
        if (board.CountsEvents)
        {
            charts.Add(Traffic(board));
        }

        if (!board.Slo.Quantiles.IsEmpty && board.Slo.Signal is HistogramSignal histogram)
        {
            charts.Add(Latency(board, histogram));
        }

        return charts.ToImmutable();
    }

    private static TimeSeriesPanel Traffic(SloBoard board) => new()
    {
        Slot = board.Slot("traffic"),
        Title = "Traffic",
        Description = $"Events and bad events per second, over {board.Slo.BaseWindow}. "
            + $"Event: {DashboardText.Plain(board.Slo.TotalInWords)}. Bad: {DashboardText.Plain(board.Slo.BadInWords)}.",
        Targets =
        [
            new Target(board.Queries.Total, board.Legend("total"), TargetKind.Range),
            new Target(board.Queries.Bad, board.Legend("bad"), TargetKind.Range),
        ],
        Fields = new FieldOptions { Unit = "eps", Min = 0 },
    };

    private static TimeSeriesPanel Latency(SloBoard board, HistogramSignal histogram)
    {
        var unit = Unit(board.Slo.ThresholdSeconds, histogram.Threshold);
        var threshold = $"threshold {NumberText.Plain(histogram.Threshold)}{(unit == "none" ? "" : unit)}";
        return new TimeSeriesPanel
        {
            Slot = board.Slot("latency"),
            Title = "Latency",
            Description = "Quantiles as the histogram's buckets allow, against the dashed threshold up to which an event is good.",
            Targets =
            [
                .. board.Slo.Quantiles.Select(
                    q => new Target(q.Expr, board.Legend(q.Label), TargetKind.Range) { HasExemplars = true }),
                SloCharts.Constant(threshold, histogram.Threshold),
            ],
            Fields = new FieldOptions
            {
                Unit = unit,
                Min = 0,
                Overrides = [FieldOverride.Dashed(threshold, Colours.Red)],
            },
        };
    }

    /// <summary>The histogram's own unit: its threshold against the one of the objective tells it.</summary>
    private static string Unit(decimal? seconds, decimal threshold) => seconds switch
    {
        { } s when s == threshold => "s",
        { } s when s * 1000 == threshold => "ms",
        _ => "none",
    };
}
