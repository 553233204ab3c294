using System.Collections.Immutable;

namespace SloCompiler.PromQL.Versions;

/// <summary>The Prometheus that must load an expression.</summary>
/// <param name="Release">Its release; what is newer is unknown there.</param>
public sealed record PrometheusTarget(PrometheusRelease Release)
{
    /// <summary>The latest Prometheus, of whose flags nothing is known.</summary>
    public static PrometheusTarget Latest { get; } = new(PrometheusRelease.Latest);

    /// <summary>
    /// The values of <c>--enable-feature</c> that it runs with; default where nobody has said, so that what needs a flag is a warning
    /// and no error.
    /// </summary>
    public ImmutableArray<string> Flags { get; init; }

    /// <summary>Whether the flags are known.</summary>
    public bool HasKnownFlags => !Flags.IsDefault;

    /// <summary>Whether a flag is known to be on.</summary>
    public bool HasFlag(string flag) => !Flags.IsDefault && Flags.Contains(flag, StringComparer.Ordinal);
}
