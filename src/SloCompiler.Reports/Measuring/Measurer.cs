using System.Collections.Frozen;
using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;
using SloCompiler.Prometheus;
using SloCompiler.Prometheus.Answers;

namespace SloCompiler.Reports.Measuring;

/// <summary>Asks a Prometheus about the SLOs of a project.</summary>
/// <param name="Api">The server.</param>
/// <param name="Server">Its address, as pages show it.</param>
/// <param name="To">End of the time.</param>
/// <param name="From">Its start; null for that of the window of each SLO.</param>
public sealed record Measurer(IPrometheusApi Api, string Server, DateTimeOffset To, DateTimeOffset? From = null)
{
    private const int Points = 240;
    private const string NoSeries = "The server has none of its series in this time. Are its rules loaded, and does the indicator have data?";

    /// <summary>Measures all SLOs. What the server does not answer is said there.</summary>
    public async Task<Measurements> MeasureAsync(CompilationPlan plan)
    {
        var slos = plan.Services.SelectMany(s => s.Slos).DistinctBy(Measurements.IdOf).ToList();
        var measured = await Task.WhenAll(slos.Select(MeasureAsync)).ConfigureAwait(false);
        return new Measurements(Server, To, slos.Zip(measured).ToFrozenDictionary(p => Measurements.IdOf(p.First), p => p.Second, StringComparer.Ordinal));
    }

    private async Task<SloMeasurement> MeasureAsync(SloPlan slo)
    {
        var from = From ?? CalendarPeriods.StartOf(slo.Window, To);
        var length = To - from;
        var queries = new SloQueries(slo);
        var step = TimeSpan.FromSeconds(Math.Max(60, Math.Ceiling(length.TotalSeconds / Points / 60) * 60));
        var periods = CalendarPeriods.Of(from, To);
        var left = Api.QueryAsync(queries.Left, To);
        var bad = Api.QueryAsync(queries.Bad(length) ?? queries.PeriodBad, To);
        var slots = Api.QueryAsync(queries.BadSlots(length), To);
        var ratios = Api.QueryAsync(queries.ErrorRatios, To);
        var lefts = Api.QueryRangeAsync(queries.Left, from, To, step);
        var burns = Api.QueryRangeAsync(queries.Burn(step), from, To, step);
        var history = periods.Select(p => queries.Bad(p.To - p.From) is { } query ? Api.QueryAsync(query, p.To) : null).ToList();
        await Task.WhenAll([left, bad, slots, ratios, lefts, burns, .. history.OfType<Task>()]).ConfigureAwait(false);
        var failure = new[] { left.Result.Failure, bad.Result.Failure, slots.Result.Failure, ratios.Result.Failure, lefts.Result.Failure, burns.Result.Failure }
            .Concat(history.Select(h => h?.Result.Failure)).FirstOrDefault(f => f is not null);
        if (failure is not null)
        {
            return new SloMeasurement(from, To, [], failure.Message, IsFailure: true);
        }

        var answers = new Answers(slo, queries, left.Result.Value, bad.Result.Value, slots.Result.Value, ratios.Result.Value, lefts.Result.Value, burns.Result.Value, [.. periods.Zip(history.Select(h => h?.Result.Value))]);
        var budgets = answers.Budgets();
        return new SloMeasurement(from, To, budgets, budgets.IsEmpty ? NoSeries : null);
    }

    /// <summary>The answers about one SLO, to be dealt to its budgets.</summary>
    private sealed record Answers(
        SloPlan Slo,
        SloQueries Queries,
        InstantAnswer? Left,
        InstantAnswer? Bad,
        InstantAnswer? Slots,
        InstantAnswer? Ratios,
        RangeAnswer? Lefts,
        RangeAnswer? Burns,
        ImmutableArray<(PeriodMeasurement Period, InstantAnswer? Answer)> History)
    {
        public ImmutableArray<BudgetMeasurement> Budgets()
        {
            var instants = new[] { Left, Bad, Slots, Ratios }.Concat(History.Select(h => h.Answer)).SelectMany(a => a?.Samples ?? []).Select(s => s.Labels);
            var ranges = new[] { Lefts, Burns }.SelectMany(a => a?.Series ?? []).Select(s => s.Labels);
            return [.. instants.Concat(ranges).Select(KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(BudgetOf)];
        }

        private BudgetMeasurement BudgetOf(string key) => new()
        {
            Labels = [.. Slo.By.Zip(key.Split('\0'), (name, value) => new PlanLabel(name, value))],
            Attainment = 1 - Value(Bad, key),
            Left = Value(Left, key),
            BadMinutes = Value(Slots, key) * (double)Queries.Base.Seconds / 60,
            Burns =
            [
                .. (Ratios?.Samples ?? []).Where(s => KeyOf(s.Labels) == key && double.IsFinite(s.Value))
                    .Select(s => SloQueries.WindowOf(s.Labels[SeriesLabels.NameLabel]) is { } window ? new WindowBurn(window, s.Value / (double)Slo.ErrorBudget) : null)
                    .OfType<WindowBurn>().OrderBy(b => b.Window),
            ],
            LeftOverTime = Points(Lefts, key),
            BurnOverTime = Points(Burns, key),
            Periods = [.. History.Where(h => h.Answer is not null).Select(h => h.Period with { Attainment = 1 - Value(h.Answer, key) })],
        };

        private double? Value(InstantAnswer? answer, string key)
            => answer?.Samples.FirstOrDefault(s => KeyOf(s.Labels) == key) is { Value: var value } && double.IsFinite(value) ? value : null;

        private ImmutableArray<Point> Points(RangeAnswer? answer, string key)
            => [.. (answer?.Series.FirstOrDefault(s => KeyOf(s.Labels) == key)?.Points ?? []).Where(p => double.IsFinite(p.Value))];

        private string KeyOf(SeriesLabels labels) => string.Join('\0', Slo.By.Select(name => labels[name] ?? ""));
    }
}
