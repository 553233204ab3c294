using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;

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

        if (!board.Slo.Quantiles.IsEmpty && board.Slo.ThresholdSeconds is { } threshold)
        {
            charts.Add(Latency(board, threshold));
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
        Fields = new FieldOptions
        {
            Unit = "eps",
            Min = 0,
            Overrides = board.Slo.By.IsEmpty
                ? [FieldOverride.Coloured("total", Colours.Good), FieldOverride.Coloured("bad", Colours.Ticket)]
                : [],
        },
    };

    /// <summary>Quantiles come in seconds, whatever unit the histogram has.</summary>
    private static TimeSeriesPanel Latency(SloBoard board, decimal seconds)
    {
        var threshold = $"threshold {NumberText.Seconds(seconds)}";
        return new TimeSeriesPanel
        {
            Slot = board.Slot("latency"),
            Title = "Latency",
            Description = "Quantiles as the histogram's buckets allow, against the dashed threshold up to which an event is good.",
            Targets =
            [
                .. board.Slo.Quantiles.Select(
                    q => new Target(q.Expr, board.Legend(q.Label), TargetKind.Range) { HasExemplars = true }),
                SloCharts.Constant(threshold, seconds),
            ],
            Fields = new FieldOptions
            {
                Unit = "s",
                Min = 0,
                Overrides = [FieldOverride.Dashed(threshold, Colours.Page)],
            },
        };
    }
}
