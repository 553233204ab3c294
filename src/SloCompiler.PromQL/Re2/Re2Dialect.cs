using SloCompiler.PromQL.Versions;

namespace SloCompiler.PromQL.Re2;

/// <summary>What the regular expressions of a release of Prometheus know; they grow with the Go that it is built with.</summary>
internal sealed record Re2Dialect
{
    /// <summary>The dialect of the latest Prometheus.</summary>
    public static Re2Dialect Latest { get; } = new();

    /// <summary>Whether groups may be named without a P: <c>(?&lt;name></c>.</summary>
    public bool HasPlainNames { get; init; } = true;

    /// <summary>Whether classes have long names, and names in any case: <c>\p{Letter}</c>, <c>\p{greek}</c>.</summary>
    public bool HasLongClassNames { get; init; } = true;

    /// <summary>Whether the scripts of Unicode 14 and 15 are known.</summary>
    public bool HasUnicode15 { get; init; } = true;

    /// <summary>Whether the anchors are added before the pattern is read, so that <c>\Q</c> without an end takes them in.</summary>
    public bool IsAnchoredFirst { get; init; }

    /// <summary>The dialect of a release.</summary>
    public static Re2Dialect Of(PrometheusRelease release) => new()
    {
        HasPlainNames = release >= new PrometheusRelease(2, 51),
        HasLongClassNames = release >= new PrometheusRelease(3, 7),
        HasUnicode15 = release >= new PrometheusRelease(2, 48),
        IsAnchoredFirst = release < new PrometheusRelease(2, 53),
    };
}
