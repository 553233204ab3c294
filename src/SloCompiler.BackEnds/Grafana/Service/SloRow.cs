using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>All panels of one SLO: words and numbers beside its burn rates, then budget, indicator and traffic, past periods and groups.</summary>
internal static class SloRow
{
    private const int TextWidth = 6;
    private const int StatWidth = 4;
    private const int MostInLine = 4;

    /// <summary>Builds the row.</summary>
    public static Row Build(SloBoard board)
    {
        var slo = board.Slo;
        var title = DashboardText.Plain($"{slo.Title}: {slo.ObjectiveText} over {board.WindowInWords}");
        return new Row(board.Slot("row"), title, [.. Head(board), .. Lines(board)]);
    }

    private static ImmutableArray<PlacedPanel> Head(SloBoard board) =>
    [
        new PlacedPanel(SloText.Build(board), new GridArea(0, 0, TextWidth, GridFlow.ChartHeight)),
        new PlacedPanel(SloStats.Build(board), new GridArea(TextWidth, 0, StatWidth, GridFlow.ChartHeight)),
        new PlacedPanel(BurnRateChart.Build(board), new GridArea(TextWidth + StatWidth, 0, GridFlow.FullWidth - TextWidth - StatWidth, GridFlow.ChartHeight)),
    ];

    private static ImmutableArray<PlacedPanel> Lines(SloBoard board)
    {
        ImmutableArray<Panel?> panels = [SloCharts.BudgetLeft(board), SloCharts.Sli(board), .. TrafficCharts.Build(board), History.Build(board), GroupTable.Build(board)];
        ImmutableArray<Panel> shown = [.. panels.OfType<Panel>()];
        return GridFlow.Shared(shown, shown.Length > MostInLine ? 2 : 1, 0, GridFlow.ChartHeight, GridFlow.ChartHeight);
    }
}
