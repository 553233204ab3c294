using System.Collections.Immutable;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>A synthetic series: a sample every <see cref="Step"/> over <see cref="Past"/>.</summary>
/// <param name="Labels">Name and value of each label, <c>__name__</c> among them, ordered by name.</param>
/// <param name="Step">Distance of two samples.</param>
/// <param name="Past">How long it has existed.</param>
/// <param name="PerSecond">What it grows by, per second; null for a constant.</param>
/// <param name="Value">Its value where it is constant.</param>
internal sealed record Series(
    ImmutableArray<KeyValuePair<string, string>> Labels,
    TimeSpan Step,
    TimeSpan Past,
    double? PerSecond,
    double Value = 0)
{
    /// <summary>The value at a time, in seconds since 1970.</summary>
    public double At(long seconds) => PerSecond is { } rate ? rate * (seconds % 100_000_000) : Value;

    public static Series Of(string name, IEnumerable<KeyValuePair<string, string>> labels, TimeSpan step, TimeSpan past, double? perSecond, double value = 0)
        => new([.. labels.Append(KeyValuePair.Create("__name__", name)).OrderBy(l => l.Key, StringComparer.Ordinal)], step, past, perSecond, value);
}
