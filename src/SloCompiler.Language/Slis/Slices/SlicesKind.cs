using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Slis.Slices;

/// <summary>The fields of <c>slices</c>, and how they are read.</summary>
internal static class SlicesKind
{
    private static readonly Field<SpecExpression> Good = new(
        "good",
        ConditionType.Instance,
        "Condition under which a slice is good: comparisons, combined with `and` and `or`.")
    {
        IsRequired = true,
        Example = "sum(queue_depth{queue=\"q_import\"}) < 200",
    };

    private static readonly Field<PrometheusDuration> Slice = new(
        "slice",
        DurationType.Instance,
        "Length of a slice.")
    {
        Default = "`1m`",
        Example = "1m",
    };

    private static readonly Shape Shape = new(
        "slices",
        "Indicator `slices`",
        "Slices of time; those in which a condition does not hold are bad. A slice without a sample does not count.",
        [Good, Slice]);

    /// <summary>The kind.</summary>
    public static SliKind Kind { get; } = new(
        new Field<Sli>("slices", new ShapeType<Sli>(Shape, Read), "Slices of time in which a condition holds or not.")
        {
            Example = "{ good: sum(queue_depth) < 200 }",
        },
        ThresholdKind.None);

    private static SlicesSli? Read(FieldReader fields)
    {
        var slice = fields.GetValue(Slice) ?? PrometheusDuration.FromMinutes(1);
        return fields.Get(Good) is { } good ? new SlicesSli(good, slice, fields.Span) : null;
    }
}
