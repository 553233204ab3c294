using System.Globalization;
using SloCompiler.Reports.Measuring;

namespace SloCompiler.Reports.Data;

/// <summary>Words and numbers of data files.</summary>
internal static class DataWords
{
    /// <summary>Ten significant decimals are more than samples have.</summary>
    public static double? Round(double? value) => value is { } known ? Math.Round(known, 10) : null;

    /// <summary>A number, empty for none.</summary>
    public static string Number(double? value) => Round(value)?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A time (UTC) as RFC 3339.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A state.</summary>
    public static string State(BudgetState state) => state switch
    {
        BudgetState.Healthy => "healthy",
        BudgetState.AtRisk => "at_risk",
        BudgetState.Exhausted => "exhausted",
        _ => "no_data",
    };
}
