using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Plan.Slos;
using SloCompiler.Reports.Measuring;
using SloCompiler.Reports.Svg;
using Sample = SloCompiler.Prometheus.Answers.Point;

namespace SloCompiler.Reports.Charts;

/// <summary>What was measured of an SLO over time: what was left of the budget, burn rates, attainment by calendar.</summary>
/// <param name="Slo">The SLO.</param>
/// <param name="Measured">What was measured, with at least one budget.</param>
internal sealed record MeasuredCharts(SloPlan Slo, SloMeasurement Measured)
{
    private const int MostLines = 6;
    private const int RowsOfNumbers = 25;
    private const double LeastBurn = 0.1;

    private ImmutableArray<BudgetMeasurement> Shown { get; } = [.. Measured.Budgets.OrderBy(b => b.Left ?? double.MaxValue).Take(MostLines)];

    /// <summary>What was left of the budget; null where nothing is known.</summary>
    public Figure? BurnDown()
    {
        var values = Shown.SelectMany(b => b.LeftOverTime).Select(p => p.Value).ToList();
        if (values.Count == 0)
        {
            return null;
        }

        var scale = new LinearScale(Math.Min(0, values.Min()), Math.Max(1, values.Max()));
        return OverTime(
            "burn-down",
            "Error budget left",
            "What was left of the budget at each time. Below 0 the objective was missed.",
            new Axis("budget left", scale, Ticks.Even(scale, Ticks.Percent)),
            b => b.LeftOverTime,
            [new Level(0, values.Min() < 0 ? "exhausted" : "")],
            0,
            MeasuredWords.Left);
    }

    /// <summary>Burn rates over one hour; null where nothing is known.</summary>
    public Figure? Burn()
    {
        var values = Shown.SelectMany(b => b.BurnOverTime).Select(p => p.Value).ToList();
        if (values.Count == 0)
        {
            return null;
        }

        var factors = Slo.Tiers.Select(t => (double)t.BurnRate).ToList();
        var scale = new LogScale(LeastBurn, Math.Max(values.Max(), factors.Append(1).Max()) * 1.5);
        var ticks = new[] { 0.1, 1, 10, 100, 1000, 10_000, 100_000 }.Where(v => v <= scale.High).Select(v => new Tick(v, v.ToString("#,0.#", CultureInfo.InvariantCulture) + "×"));
        var levels = Slo.Tiers.GroupBy(t => t.BurnRate).Select(g => new Level((double)g.Key, $"{Explaining.HumanNumbers.Exact(g.Key)}× {g.First().Severity} {g.First().Name}"));
        return OverTime(
            "burn",
            "Burn rate over one hour",
            "How fast the budget was used: at 1× it lasts for exactly its window. Dotted lines are the factors of the alerts. Rates below 0.1× are drawn there.",
            new Axis("burn rate", scale, [.. ticks]),
            b => b.BurnOverTime,
            [.. levels],
            null,
            MeasuredWords.Burn);
    }

    /// <summary>Attainment by calendar, of the worst budget; null where nothing is known.</summary>
    public Figure? History()
    {
        var periods = Measured.Worst?.Periods ?? [];
        if (!periods.Any(p => p.Attainment is not null))
        {
            return null;
        }

        var objective = (double)Slo.Objective;
        var least = Math.Min(periods.Min(p => p.Attainment) ?? 1, objective);
        var scale = new LinearScale(Math.Max(0, 1 - ((1 - least) * 1.4)), 1);
        var chart = new BarChart
        {
            Id = "history",
            Title = "Attainment by calendar",
            Description = "Share of good events in each period of the calendar (UTC). The dotted line is the objective; a cross marks periods that missed it.",
            Y = new Axis("good events", scale, Ticks.Even(scale, Ticks.Percent)),
            Bars = [.. periods.Select(p => new Bar(p.Name, p.Attainment, MeasuredWords.Attainment(p.Attainment, Slo), p.Attainment < objective))],
            Level = new Level(objective, "objective"),
        };
        var rows = periods.Select(p => ImmutableArray.Create(
            p.Name + (p.IsWhole ? "" : ", in part"), MeasuredWords.Attainment(p.Attainment, Slo), p.Attainment is not { } share ? "no data" : share < objective ? "missed" : "met"));
        return new Figure(chart.ToSvg(), chart.Title, ["period", "good events", "objective"], [.. rows]);
    }

    private Figure OverTime(
        string id,
        string title,
        string description,
        Axis y,
        Func<BudgetMeasurement, ImmutableArray<Sample>> points,
        ImmutableArray<Level> levels,
        double? fillTo,
        Func<double?, string> words)
    {
        var time = new LinearScale(Measured.From.ToUnixTimeSeconds(), Measured.To.ToUnixTimeSeconds());
        var lines = Shown.Select((b, i) => new Line(MeasuredWords.Labels(b, Slo), i + 1, Parts(points(b)))).ToImmutableArray();
        var chart = new LineChart
        {
            Id = id,
            Title = title,
            Description = description,
            X = new Axis("time (UTC)", time, TimeTicks.Of(time)),
            Y = y,
            Lines = lines,
            Levels = levels,
            FillTo = lines.Length == 1 ? fillTo : null,
        };
        return new Figure(chart.ToSvg(), title, ["time (UTC)", .. lines.Select(l => l.Name)], Rows(points, words));
    }

    // A gap in the samples is a gap in the line.
    private static ImmutableArray<ImmutableArray<Point>> Parts(ImmutableArray<Sample> samples)
    {
        var step = samples.Zip(samples.Skip(1), (a, b) => b.Time - a.Time).DefaultIfEmpty(TimeSpan.Zero).Min();
        var parts = new List<ImmutableArray<Point>>();
        var part = ImmutableArray.CreateBuilder<Point>();
        foreach (var sample in samples)
        {
            if (part.Count > 0 && sample.Time.ToUnixTimeSeconds() - part[^1].X > step.TotalSeconds * 1.5)
            {
                parts.Add(part.ToImmutable());
                part.Clear();
            }

            part.Add(new Point(sample.Time.ToUnixTimeSeconds(), sample.Value));
        }

        return part.Count == 0 ? [.. parts] : [.. parts, part.ToImmutable()];
    }

    private ImmutableArray<ImmutableArray<string>> Rows(Func<BudgetMeasurement, ImmutableArray<Sample>> points, Func<double?, string> words)
    {
        var byTime = Shown.Select(b => points(b).ToDictionary(p => p.Time, p => p.Value)).ToList();
        var times = byTime.SelectMany(p => p.Keys).Distinct().Order().ToList();
        var every = Math.Max(1, (int)Math.Ceiling(times.Count / (double)RowsOfNumbers));
        return
        [
            .. times.Where((_, i) => (times.Count - 1 - i) % every == 0).Select(time => ImmutableArray.CreateRange(
                [MeasuredWords.Time(time), .. byTime.Select(p => words(p.TryGetValue(time, out var value) ? value : null))])),
        ];
    }
}
