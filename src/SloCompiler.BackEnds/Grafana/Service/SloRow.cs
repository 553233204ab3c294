using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>All panels of one SLO: words and numbers, budget and burn rates, then the indicator and its alerts.</summary>
internal static class SloRow
{
    private const int TextWidth = 8;
    private const int StatHeight = GridFlow.ChartHeight / 2;

    /// <summary>Builds the row.</summary>
    public static Row Build(SloBoard board)
    {
        var slo = board.Slo;
        var title = DashboardText.Plain($"{slo.Title}: {slo.ObjectiveText} over {board.WindowInWords}");
        return new Row(board.Slot("row"), title, [.. Head(board), .. Lines(board), .. Rest(board)]);
    }

    private static ImmutableArray<PlacedPanel> Head(SloBoard board) =>
    [
        new PlacedPanel(SloText.Build(board), new GridArea(0, 0, TextWidth, GridFlow.ChartHeight)),
        .. GridFlow.Shared(SloStats.Build(board), lines: 2, TextWidth, 0, StatHeight),
    ];

    private static ImmutableArray<PlacedPanel> Lines(SloBoard board)
        => GridFlow.Charts([SloCharts.BudgetLeft(board), BurnRateChart.Build(board)], GridFlow.ChartHeight);

    private static ImmutableArray<PlacedPanel> Rest(SloBoard board)
    {
        ImmutableArray<Panel> panels = [SloCharts.Sli(board), .. TrafficCharts.Build(board)];
        return GridFlow.Charts(AlertCharts.ForSlo(board) is { } alerts ? panels.Add(alerts) : panels, 2 * GridFlow.ChartHeight);
    }
}
