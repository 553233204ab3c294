using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>How the SLOs of the service stand: a line for each.</summary>
internal static class StateTable
{
    private const int HeadHeight = 3;
    private const int MostLines = 12;

    /// <summary>Rows of the grid at which so many lines can be read without scrolling.</summary>
    public static int HeightFor(int slos) => HeadHeight + Math.Clamp(slos, 1, MostLines);

    /// <summary>Builds the panel.</summary>
    public static Panel Build(ServicePlan service, StateQueries queries, string? alertmanager) => StateColumns.Build(
        new TablePanel
        {
            Slot = "now/slos",
            Title = "Now",
            Description = "How each SLO stands, the worst group where it has several; most urgent first. Burn rate 1 spends the budget in exactly its window. "
                + "\"Budget lasts\" assumes that the burn rate of the last hour stays.",
            SortedBy = StateColumns.State,
            IsDescending = true,
        },
        queries,
        [new FieldOverride(SeriesNames.SloLabel, [Columns.Name("SLO"), Columns.Width(190)])],
        StateColumns.Promise,
        service.Slos.Select(s => NumberText.PercentDecimals(s.Objective)).DefaultIfEmpty(0).Max() + 2,
        alertmanager is null ? null : AlertmanagerLink.SilenceOfLine(alertmanager, service.Service));
}
