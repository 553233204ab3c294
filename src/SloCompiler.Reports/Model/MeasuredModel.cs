using SloCompiler.Explaining;
using SloCompiler.Plan.Slos;
using SloCompiler.Reports.Charts;
using SloCompiler.Reports.Measuring;

namespace SloCompiler.Reports.Model;

/// <summary>What was measured, for templates.</summary>
internal static class MeasuredModel
{
    /// <summary>For the foot of a page: when and where it was measured.</summary>
    public static Dictionary<string, object?> Of(Measurements measurements) => new(StringComparer.Ordinal)
    {
        ["to"] = MeasuredWords.Time(measurements.To),
        ["server"] = measurements.Server,
    };

    /// <summary>For a row of the index.</summary>
    public static Dictionary<string, object?> Summary(SloMeasurement measured, SloPlan slo)
    {
        var model = State(measured.State);
        model["attainment"] = MeasuredWords.Attainment(measured.Worst?.Attainment, slo);
        model["left"] = MeasuredWords.Left(measured.Worst?.Left);
        model["bad_minutes"] = MeasuredWords.Minutes(measured.Worst?.BadMinutes);
        model["burn"] = MeasuredWords.Burn(BurnNow(measured.Worst));
        model["problem"] = measured.Problem;
        model["budget_count"] = measured.Budgets.Length > 1 ? $"worst of {Words.Plural(measured.Budgets.Length, "budget")}" : null;
        return model;
    }

    /// <summary>For the page of an SLO.</summary>
    public static Dictionary<string, object?> Page(SloMeasurement measured, SloPlan slo)
    {
        var model = Summary(measured, slo);
        var charts = new MeasuredCharts(slo, measured);
        model["from"] = MeasuredWords.Time(measured.From);
        model["to"] = MeasuredWords.Time(measured.To);
        model["has_data"] = measured.Problem is null;
        model["left_time"] = measured.Worst?.Left is { } left ? Left(left, slo) : null;
        model["slot"] = new SloQueries(slo).Base.ToString();
        model["many_budgets"] = measured.Budgets.Length > 1;
        model["budgets"] = measured.Budgets.OrderBy(b => b.Left ?? double.MaxValue).Select(b => Budget(b, slo)).ToList();
        model["tiers"] = measured.Worst is { } worst ? slo.Tiers.Select(t => Tier(t, worst)).ToList() : [];
        model["burn_down"] = charts.BurnDown() is { } burnDown ? TierModel.Of(burnDown) : null;
        model["burn_rate"] = charts.Burn() is { } burn ? TierModel.Of(burn) : null;
        model["history"] = charts.History() is { } history ? TierModel.Of(history) : null;
        return model;
    }

    /// <summary>How many SLOs are in which state.</summary>
    public static Dictionary<string, object?> Counts(IReadOnlyCollection<SloMeasurement?> measured) => new(StringComparer.Ordinal)
    {
        ["healthy"] = Count(measured, BudgetState.Healthy),
        ["at_risk"] = Count(measured, BudgetState.AtRisk),
        ["exhausted"] = Count(measured, BudgetState.Exhausted),
        ["no_data"] = Count(measured, BudgetState.NoData),
    };

    private static string Count(IReadOnlyCollection<SloMeasurement?> measured, BudgetState state)
        => HumanNumbers.Count(measured.Count(m => (m?.State ?? BudgetState.NoData) == state));

    private static string Left(double left, SloPlan slo)
    {
        var seconds = (decimal)Math.Clamp(left, -1e6, 1e6) * BurnMath.BudgetSeconds(slo.ErrorBudget, slo.Window.Length);
        return seconds < 0 ? $"overspent by {HumanNumbers.Time(-seconds)} of total failure" : $"{HumanNumbers.Time(seconds)} of total failure";
    }

    private static double? BurnNow(BudgetMeasurement? budget)
        => budget?.Burns.FirstOrDefault(b => b.Window.Seconds == 3600)?.BurnRate;

    private static Dictionary<string, object?> State(BudgetState state) => new(StringComparer.Ordinal)
    {
        ["state"] = MeasuredWords.State(state),
        ["is_healthy"] = state == BudgetState.Healthy,
        ["is_at_risk"] = state == BudgetState.AtRisk,
        ["is_exhausted"] = state == BudgetState.Exhausted,
        ["is_no_data"] = state == BudgetState.NoData,
    };

    private static Dictionary<string, object?> Budget(BudgetMeasurement budget, SloPlan slo)
    {
        var model = State(budget.State);
        model["labels"] = MeasuredWords.Labels(budget, slo);
        model["attainment"] = MeasuredWords.Attainment(budget.Attainment, slo);
        model["left"] = MeasuredWords.Left(budget.Left);
        model["bad_minutes"] = MeasuredWords.Minutes(budget.BadMinutes);
        model["burn"] = MeasuredWords.Burn(BurnNow(budget));
        return model;
    }

    private static Dictionary<string, object?> Tier(BurnTier tier, BudgetMeasurement budget)
    {
        var inLong = budget.Burns.FirstOrDefault(b => b.Window == tier.LongWindow)?.BurnRate;
        var inShort = budget.Burns.FirstOrDefault(b => b.Window == tier.ShortWindow)?.BurnRate;
        var factor = (double)tier.BurnRate;
        var isAbove = inLong > factor && inShort > factor;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["severity"] = tier.Severity,
            ["name"] = tier.Name,
            ["long_window"] = tier.LongWindow.ToString(),
            ["short_window"] = tier.ShortWindow.ToString(),
            ["factor"] = HumanNumbers.Exact(tier.BurnRate) + "×",
            ["burn_long"] = MeasuredWords.Burn(inLong),
            ["burn_short"] = MeasuredWords.Burn(inShort),
            ["is_above"] = isAbove,
            ["state"] = inLong is null || inShort is null ? "– no data" : isAbove ? "✕ above" : "✓ below",
        };
    }
}
