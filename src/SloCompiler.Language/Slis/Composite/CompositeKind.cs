using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Slis.Composite;

/// <summary>The fields of <c>composite</c>, and how they are read.</summary>
internal static class CompositeKind
{
    private static readonly Field<Located<string>> Slo = new(
        "slo",
        SloReferenceType.Instance,
        "An SLO of the same service by its name, or of another one as `service/slo`.")
    {
        IsRequired = true,
        Example = "edge/login-availability",
    };

    private static readonly Field<decimal> Weight = new(
        "weight",
        NumberType.Positive,
        "How much it counts, in proportion to the others.")
    {
        Default = "`1`",
        Example = "2",
    };

    private static readonly Shape PartShape = new("compositePart", "Part of a `composite`", "One SLO of a composite.", [Slo, Weight]);

    private static readonly Field<ImmutableArray<CompositePart>> Of = new(
        "of",
        new ListType<CompositePart>(new ShapeType<CompositePart>(PartShape, ReadPart)) { AllowsEmpty = false },
        "The SLOs that it is made of.")
    {
        IsRequired = true,
        Example = "[{ slo: login-availability, weight: 2 }, { slo: login-latency }]",
    };

    private static readonly Shape Shape = new(
        "composite",
        "Indicator `composite`",
        "The weighted mean of the error ratios of other SLOs, for a promise over a whole journey.",
        [Of]);

    /// <summary>The kind.</summary>
    public static SliKind Kind { get; } = new(
        new Field<Sli>("composite", new ShapeType<Sli>(Shape, Read), "The weighted mean of other SLOs.")
        {
            Example = "{ of: [{ slo: login-availability }, { slo: login-latency }] }",
        },
        ThresholdKind.None);

    private static CompositePart? ReadPart(FieldReader fields)
    {
        var weight = fields.GetValue(Weight) ?? 1;
        return fields.Get(Slo) is { } slo ? new CompositePart(slo, weight) : null;
    }

    private static CompositeSli? Read(FieldReader fields)
    {
        var parts = fields.GetAll(Of);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts.Where(p => !seen.Add(p.Slo.Value)))
        {
            fields.Context.Report(SpecDiagnostics.RepeatedItem, part.Slo.Span, $"`{part.Slo.Value}` is a part already.");
        }

        return parts.IsEmpty ? null : new CompositeSli(parts, fields.Span);
    }
}
