using System.Collections.Immutable;
using SloCompiler.Explaining;
using SloCompiler.Plan.Slos;
using SloCompiler.Reports.Svg;

namespace SloCompiler.Reports.Charts;

/// <summary>
/// How the burn alerts of an SLO behave in an incident with an even error ratio: when they fire, how much of the budget is gone
/// by then, when they resolve.
/// </summary>
internal sealed class TierCharts
{
    private const int Samples = 33;
    private const double LeastReset = 15;
    private const string ErrorRatioLabel = "error ratio of the incident";

    private static readonly decimal[] Ratios = [1m, 0.5m, 0.2m, 0.1m, 0.05m, 0.02m, 0.01m, 0.005m, 0.002m, 0.001m, 0.0005m, 0.0002m, 0.0001m, 0.00005m, 0.00001m];

    private readonly SloPlan _slo;
    private readonly ImmutableArray<TierLine> _tiers;
    private readonly Axis _errors;

    /// <param name="slo">An SLO with tiers.</param>
    public TierCharts(SloPlan slo)
    {
        _slo = slo;
        _tiers = [.. slo.Tiers.Select((tier, i) => new TierLine(tier, $"{tier.Severity} {tier.Name}", (i % 6) + 1))];
        var scale = new LogScale((double)slo.Tiers.Min(t => t.Threshold) / 1.6, 1);
        _errors = new Axis(ErrorRatioLabel, scale, Ticks.Percents(scale));
    }

    /// <summary>Time from the start of an incident until each tier fires.</summary>
    public Figure Detection()
    {
        var ends = _tiers.SelectMany(t => new[] { Detects(t.Tier, 1), t.Tier.LongWindow.Seconds + Hold(t.Tier) }).Select(s => (double)(s ?? 0)).Where(s => s > 0).ToList();
        var scale = new LogScale(Math.Max(1, ends.Min() / 1.5), ends.Max() * 1.3);
        return Draw(
            "detection",
            "Time until a burn alert fires",
            "The more fails, the sooner an alert fires. Each line is an alert tier; it starts at the error ratio above which the tier fires at all.",
            new Axis("time to fire", scale, Ticks.Times(scale)),
            (tier, ratio) => Detects(tier, ratio) is { } seconds ? (double)seconds : null,
            (tier, ratio) => HumanNumbers.Time(Detects(tier, ratio)),
            isSmall: false);
    }

    /// <summary>Share of the budget that an incident has used when each tier fires.</summary>
    public Figure Spent()
    {
        var most = _tiers.Max(t => SpentAt(t.Tier, 1m) is var all && SpentAt(t.Tier, t.Tier.Threshold) is var least ? Math.Max(all, least) : 0);
        var scale = new LinearScale(0, Math.Max((double)most * 1.25, 0.001));
        return Draw(
            "spent",
            "Budget used when a burn alert fires",
            "How much of the error budget an incident has used by the time each tier fires.",
            new Axis("share of the budget", scale, Ticks.Even(scale, Ticks.Percent)),
            (tier, ratio) => (double)SpentAt(tier, ratio),
            (tier, ratio) => ratio > tier.Threshold ? HumanNumbers.Percent(Math.Round(SpentAt(tier, ratio), 4)) : "–",
            isSmall: true);
    }

    /// <summary>Time from the end of an incident until each tier resolves.</summary>
    public Figure Reset()
    {
        var most = _tiers.Max(t => (double)(Resets(t.Tier, 1) ?? 0));
        var scale = new LogScale(LeastReset, Math.Max(most, LeastReset * 4) * 1.3);
        return Draw(
            "reset",
            "Time until a burn alert resolves",
            "How long each tier goes on firing after the incident is over.",
            new Axis("time to resolve", scale, Ticks.Times(scale)),
            (tier, ratio) => Resets(tier, ratio) is { } seconds && seconds >= (decimal)LeastReset ? (double)seconds : null,
            (tier, ratio) => HumanNumbers.Time(Resets(tier, ratio)),
            isSmall: true);
    }

    private Figure Draw(
        string id,
        string title,
        string description,
        Axis y,
        Func<BurnTier, decimal, double?> value,
        Func<BurnTier, decimal, string> words,
        bool isSmall)
    {
        var chart = new LineChart
        {
            Id = id,
            Title = title,
            Description = description,
            X = _errors,
            Y = y,
            Lines = [.. _tiers.Select(t => new Line(t.Name, t.Style, [PointsOf(t.Tier, value)]))],
            Levels = [.. Budget()],
            Width = isSmall ? 500 : 720,
            Height = isSmall ? 250 : 300,
        };
        return new Figure(chart.ToSvg(), title, [ErrorRatioLabel, .. _tiers.Select(t => t.Name)], Rows(words));
    }

    private ImmutableArray<Point> PointsOf(BurnTier tier, Func<BurnTier, decimal, double?> value)
    {
        // A ratio at the threshold does not fire: the line starts just above it.
        var from = (double)tier.Threshold * 1.000001;
        return from >= 1
            ? []
            : [.. _errors.Scale.Spread(from, 1, Samples).Select(x => value(tier, (decimal)x) is { } y ? new Point(x, y) : (Point?)null).OfType<Point>()];
    }

    private IEnumerable<Level> Budget()
    {
        var budget = (double)_slo.ErrorBudget;
        if (budget > _errors.Scale.Low && budget < 0.9)
        {
            yield return new Level(budget, "budget rate", IsVertical: true);
        }
    }

    private ImmutableArray<ImmutableArray<string>> Rows(Func<BurnTier, decimal, string> words)
    {
        var least = _tiers.Min(t => t.Tier.Threshold);
        return [.. Ratios.Where(r => r > least).Take(10).Select(r => ImmutableArray.CreateRange([Ticks.Percent((double)r), .. _tiers.Select(t => words(t.Tier, r))]))];
    }

    private static decimal Hold(BurnTier tier) => tier.For?.Seconds ?? 0;

    private static decimal? Detects(BurnTier tier, decimal ratio) => BurnMath.DetectionSeconds(tier, ratio, tier.For);

    private static decimal? Resets(BurnTier tier, decimal ratio) => BurnMath.ResetSeconds(tier, ratio);

    private decimal SpentAt(BurnTier tier, decimal ratio)
        => BurnMath.SpentAtDetection(tier, ratio, _slo.ErrorBudget, _slo.Window.Length, tier.For);

    /// <param name="Tier">The tier.</param>
    /// <param name="Name">Its name at the end of its line.</param>
    /// <param name="Style">Number of its colour and its dashes.</param>
    private sealed record TierLine(BurnTier Tier, string Name, int Style);
}
