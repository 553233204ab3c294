using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>What happens in a phase besides the error ratio.</summary>
internal enum PhaseKind
{
    /// <summary>Nothing.</summary>
    Steady,

    /// <summary>Nothing is scraped; events go on.</summary>
    Gap,

    /// <summary>Counters start from 0 again.</summary>
    Reset,
}

/// <summary>A stretch of a test.</summary>
/// <param name="Minutes">Its length, which is the number of its samples; the very first phase has one more, at 0.</param>
/// <param name="ErrorRatio">The share of bad events.</param>
internal sealed record Phase(int Minutes, decimal ErrorRatio, PhaseKind Kind = PhaseKind.Steady);

/// <summary>The raw course of a test, one sample a minute.</summary>
/// <param name="Phases">The phases; the series end with the last one.</param>
/// <param name="EventsPerMinute">All events together.</param>
internal sealed record Timeline(ImmutableArray<Phase> Phases, decimal EventsPerMinute)
{
    /// <summary>Time between two evaluations: as coarse as the slow groups have it, because nothing costs as much as evaluations do.</summary>
    public const int MinutesPerEvaluation = 2;

    /// <summary>The samples of a series in promtool's notation.</summary>
    public string Render(FedSeries series)
    {
        var parts = new List<string>();
        var minute = 0;
        var counter = 0m;
        foreach (var phase in Phases)
        {
            var level = series.LevelAt(phase.ErrorRatio) * (series.ScalesWithTraffic ? EventsPerMinute : 1);
            var first = parts.Count == 0 ? 0 : 1;
            counter = phase.Kind == PhaseKind.Reset ? 0 : counter;
            parts.Add(phase.Kind == PhaseKind.Gap
                ? $"_x{ExactDecimal.Format(phase.Minutes)}"
                : series.Shape switch
                {
                    SampleShape.Counter => Run(counter + (first * level), level, phase.Minutes - first),
                    SampleShape.Gauge => Run(level, 0, phase.Minutes - first),
                    SampleShape.Clock when phase.ErrorRatio == 0 => Run(60 * (minute + first), 60, phase.Minutes - first),
                    SampleShape.Clock => Run(level, 0, phase.Minutes - first),
                    _ => throw new ArgumentOutOfRangeException(nameof(series)),
                });
            minute += phase.Minutes;
            counter += level * phase.Minutes;
        }

        return string.Join(' ', parts);
    }

    private static string Run(decimal start, decimal step, int steps) => $"{ExactDecimal.Format(start)}+{ExactDecimal.Format(step)}x{ExactDecimal.Format(steps)}";
}
