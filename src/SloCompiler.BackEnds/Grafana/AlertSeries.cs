namespace SloCompiler.BackEnds.Grafana;

/// <summary>The series that Prometheus itself writes for alerts.</summary>
internal static class AlertSeries
{
    /// <summary>1 for each alert that is pending or fires.</summary>
    public const string Name = "ALERTS";

    /// <summary>Since when the condition of an alert holds, in seconds since the epoch; it has no <see cref="State"/>.</summary>
    public const string StartName = "ALERTS_FOR_STATE";

    /// <summary>Label: the name of the alert.</summary>
    public const string AlertName = "alertname";

    /// <summary>Label: pending or firing.</summary>
    public const string State = "alertstate";

    /// <summary>Value of <see cref="State"/> of alerts that are sent.</summary>
    public const string Firing = "firing";
}
