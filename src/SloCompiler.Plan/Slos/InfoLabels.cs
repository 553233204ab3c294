namespace SloCompiler.Plan.Slos;

/// <summary>Labels that <see cref="SeriesNames.Info"/> carries besides identity: the columns of the overview of all SLOs.</summary>
public static class InfoLabels
{
    /// <summary>Name for people.</summary>
    public const string Title = "title";

    /// <summary>The owning team.</summary>
    public const string Owner = "owner";

    /// <summary>The objective as written.</summary>
    public const string Objective = "objective";

    /// <summary>The window as written.</summary>
    public const string Window = "window";

    /// <summary>Kind of the indicator.</summary>
    public const string Indicator = "indicator";

    /// <summary>Where the runbook of page alerts is; absent where there is none.</summary>
    public const string RunbookUrl = "runbook_url";

    /// <summary>Uid of the service's dashboard, from <see cref="Dashboards.DashboardUid.ForService"/>.</summary>
    public const string DashboardUid = "dashboard_uid";
}
