using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Slis.Probe;

/// <summary>The fields of <c>probe</c>, and how they are read.</summary>
internal static class ProbeKind
{
    private static readonly Field<SpecExpression> Gauge = new(
        "gauge",
        SelectorType.Instance,
        "Selector of a gauge that is 1 when all is well and 0 otherwise, such as `up` or `probe_success`.")
    {
        IsRequired = true,
        Example = "probe_success{job=\"blackbox\",instance=\"https://example.org\"}",
    };

    private static readonly Shape Shape = new(
        "probe",
        "Indicator `probe`",
        "A gauge of 0 or 1. Every sample is an event; those at 0 are bad.",
        [Gauge]);

    /// <summary>The kind.</summary>
    public static SliKind Kind { get; } = new(
        new Field<Sli>("probe", new ShapeType<Sli>(Shape, Read), "A gauge of 0 or 1.") { Example = "{ gauge: up }" },
        ThresholdKind.None);

    private static ProbeSli? Read(FieldReader fields) => fields.Get(Gauge) is { } gauge ? new ProbeSli(gauge, fields.Span) : null;
}
