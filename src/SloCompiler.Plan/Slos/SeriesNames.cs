using SloCompiler.PromQL;

namespace SloCompiler.Plan.Slos;

/// <summary>Names of the recorded series and of their identity labels: the contract between rules, alerts, tests and dashboards.</summary>
public static class SeriesNames
{
    /// <summary>Identity label: the service.</summary>
    public const string ServiceLabel = "service";

    /// <summary>Identity label: the SLO inside the service.</summary>
    public const string SloLabel = "slo";

    /// <summary>Label of alerts: the tier.</summary>
    public const string TierLabel = "tier";

    /// <summary>Label of alerts: the severity.</summary>
    public const string SeverityLabel = "severity";

    /// <summary>Label of staged calendar series: the key of the calendar period.</summary>
    public const string PeriodLabel = "period";

    /// <summary>1 while events do not count, absent otherwise (only where the spec excludes any).</summary>
    public const string Excluded = "slo:excluded:bool";

    /// <summary>Error ratio over the SLO's window, 0–1.</summary>
    public const string PeriodErrorRatio = "slo:period_error_ratio:ratio";

    /// <summary>Share of the calendar period that is over, 0–1 (calendar windows only).</summary>
    public const string PeriodElapsed = "slo:period_elapsed:ratio";

    /// <summary>1 = untouched, 0 = exhausted, negative = overspent.</summary>
    public const string BudgetRemaining = "slo:error_budget_remaining:ratio";

    /// <summary>Burn rate over one hour: 1 = exactly on budget.</summary>
    public const string BurnRate1h = "slo:burn_rate:ratio1h";

    /// <summary>The objective, 0–1.</summary>
    public const string Objective = "slo:objective:ratio";

    /// <summary>Constant 1 with metadata labels.</summary>
    public const string Info = "slo:info";

    /// <summary>Name of burn alerts.</summary>
    public const string BurnAlert = "SloBudgetBurn";

    /// <summary>Name of alerts on a vanished indicator.</summary>
    public const string NoDataAlert = "SloNoData";

    /// <summary>Bad events per second, over the base window.</summary>
    public static string BadRate(PrometheusDuration window) => $"slo:bad:rate{window}";

    /// <summary>All events per second, over the base window.</summary>
    public static string TotalRate(PrometheusDuration window) => $"slo:total:rate{window}";

    /// <summary>Bad events per second with the key of the calendar period.</summary>
    public static string BadByPeriodRate(PrometheusDuration window) => $"slo:bad_by_period:rate{window}";

    /// <summary>All events per second with the key of the calendar period.</summary>
    public static string TotalByPeriodRate(PrometheusDuration window) => $"slo:total_by_period:rate{window}";

    /// <summary>Bad over all events in a window, 0–1.</summary>
    public static string ErrorRatio(PrometheusDuration window) => $"slo:error_ratio:rate{window}";
}
