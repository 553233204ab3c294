using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;

namespace SloCompiler.Language.Metrics;

/// <summary>A catalogue as written.</summary>
internal sealed record CatalogueDraft(ImmutableArray<MapEntry<MetricDraft>> Metrics);

/// <summary>The fields of a metrics catalogue.</summary>
internal static class CatalogueFields
{
    private static readonly Field<string> Version = new("version", new VersionType("metrics/v1"), "The language of the file.")
    {
        IsRequired = true,
        Example = "metrics/v1",
    };

    private static readonly Field<ImmutableArray<MapEntry<MetricDraft>>> Metrics = new(
        "metrics",
        new MapType<MetricDraft>("metric name", MetricFields.Type, IsMetricName, "Use letters, digits, underscores and colons, not starting with a digit."),
        "The metrics by name.")
    {
        IsRequired = true,
        Example = "{ http_requests_total: { type: counter, labels: [route, code] } }",
    };

    /// <summary>The mapping.</summary>
    public static Shape Shape { get; } = new(
        "catalogue",
        "Metrics catalogue",
        "What is known of metrics, in `*.metrics.yaml`. With a catalogue every expression is checked against it; without one, nothing is guessed.",
        [Version, Metrics]);

    /// <summary>The file.</summary>
    public static FieldType<CatalogueDraft> Type { get; } = new ShapeType<CatalogueDraft>(Shape, Read);

    private static CatalogueDraft Read(FieldReader fields)
    {
        _ = fields.Get(Version);
        return new CatalogueDraft(fields.GetAll(Metrics));
    }

    private static bool IsMetricName(string name)
        => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':');
}
