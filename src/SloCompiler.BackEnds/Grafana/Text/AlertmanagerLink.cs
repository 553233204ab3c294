using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Grafana.Text;

/// <summary>Addresses in Alertmanager at which a new silence is filled in.</summary>
internal static class AlertmanagerLink
{
    /// <summary>For the alerts of one SLO.</summary>
    public static string Silence(string alertmanager, string service, string slo)
        => Filled(alertmanager, Uri.EscapeDataString(service), Uri.EscapeDataString(slo));

    /// <summary>For the alerts of the line of a table.</summary>
    /// <param name="alertmanager">Base URL.</param>
    /// <param name="service">The service; null for that of the line.</param>
    public static string SilenceOfLine(string alertmanager, string? service)
        => Filled(
            alertmanager,
            service is null ? OfLine(SeriesNames.ServiceLabel) : Uri.EscapeDataString(service),
            OfLine(SeriesNames.SloLabel));

    private static string Filled(string alertmanager, string service, string slo)
        => $"{alertmanager}/#/silences/new?filter=%7B{SeriesNames.ServiceLabel}%3D%22{service}%22%2C{SeriesNames.SloLabel}%3D%22{slo}%22%7D";

    private static string OfLine(string label) => $"${{__data.fields.{label}:percentencode}}";
}
