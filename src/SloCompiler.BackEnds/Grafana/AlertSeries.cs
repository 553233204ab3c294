namespace SloCompiler.BackEnds.Grafana;

/// <summary>The series that Prometheus itself writes for alerts.</summary>
internal static class AlertSeries
{
    /// <summary>Its name.</summary>
    public const string Name = "ALERTS";

    /// <summary>Label: the name of the alert.</summary>
    public const string AlertName = "alertname";

    /// <summary>Label: pending or firing.</summary>
    public const string State = "alertstate";

    /// <summary>Value of <see cref="State"/> of alerts that are sent.</summary>
    public const string Firing = "firing";
}
