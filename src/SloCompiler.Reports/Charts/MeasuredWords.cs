using System.Globalization;
using SloCompiler.Plan.Slos;
using SloCompiler.Reports.Measuring;

namespace SloCompiler.Reports.Charts;

/// <summary>Measured numbers as people read them. Shares are cut, never rounded up: what missed an objective must not look met.</summary>
internal static class MeasuredWords
{
    private const string None = "–";
    private const int LongestName = 40;

    // Sums of doubles miss round numbers by a little.
    private const double Noise = 1e-9;

    /// <summary>A share of good events, with two more decimals than the objective.</summary>
    public static string Attainment(double? share, SloPlan slo)
    {
        var decimals = 2 + Math.Min(6, (slo.Objective * 100).ToString("0.############", CultureInfo.InvariantCulture).SkipWhile(c => c != '.').Skip(1).Count());
        return share is { } known ? Cut(known * 100, decimals) + "%" : None;
    }

    /// <summary>What is left of a budget.</summary>
    public static string Left(double? share) => share is { } known ? Cut(known * 100, 1) + "%" : None;

    /// <summary>A burn rate.</summary>
    public static string Burn(double? rate) => rate is { } known ? known.ToString(known < 10 ? "0.##" : "#,0.#", CultureInfo.InvariantCulture) + "×" : None;

    /// <summary>A number of minutes.</summary>
    public static string Minutes(double? minutes) => minutes is { } known ? known.ToString("#,0.#", CultureInfo.InvariantCulture) : None;

    /// <summary>A time (UTC), to the minute.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The values that a budget is for; the SLO's name where it is for all.</summary>
    public static string Labels(BudgetMeasurement budget, SloPlan slo)
    {
        var text = budget.Labels.IsEmpty ? slo.Name : string.Join(", ", budget.Labels.Select(l => l.Value.Length == 0 ? "(none)" : l.Value));
        return text.Length > LongestName ? text[..LongestName] + "…" : text;
    }

    /// <summary>A state with a sign that needs no colour.</summary>
    public static string State(BudgetState state) => state switch
    {
        BudgetState.Healthy => "✓ healthy",
        BudgetState.AtRisk => "! at risk",
        BudgetState.Exhausted => "✕ exhausted",
        _ => "– no data",
    };

    private static string Cut(double number, int decimals)
    {
        var factor = Math.Pow(10, decimals);
        var cut = Math.Floor((number * factor) + Noise) / factor;
        var digits = Math.Abs(cut).ToString("0." + new string('0', decimals), CultureInfo.InvariantCulture);
        return cut < 0 ? "−" + digits : digits;
    }
}
