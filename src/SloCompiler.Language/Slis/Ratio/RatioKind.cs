using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Slis.Ratio;

/// <summary>The fields of <c>ratio</c>, and how they are read.</summary>
internal static class RatioKind
{
    private static readonly Field<SpecExpression> Error = new(
        "error",
        ErrorRatioType.Instance,
        "The error ratio, 0 to 1, with `[$window]` where a range stands; it is evaluated for every window.")
    {
        IsRequired = true,
        Example = "1 - avg_over_time(sync_ok[$window])",
    };

    private static readonly Field<SpecExpression> Total = new(
        "total",
        PromQlType.Windowed,
        "Events per second that weigh the ratio, so that busy times count more.")
    {
        Default = "every moment counts the same",
        Example = "rate(sync_runs_total[$window])",
    };

    private static readonly Shape Shape = new(
        "ratio",
        "Indicator `ratio`",
        "A raw error ratio, for what no other kind fits.",
        [Error, Total]);

    /// <summary>The kind.</summary>
    public static SliKind Kind { get; } = new(
        new Field<Sli>("ratio", new ShapeType<Sli>(Shape, Read), "A raw error ratio.")
        {
            Example = "{ error: 'avg_over_time(sync_broken[$window])' }",
        },
        ThresholdKind.None);

    private static RatioSli? Read(FieldReader fields)
    {
        var total = fields.Get(Total);
        return fields.Get(Error) is { } error ? new RatioSli(error, total, fields.Span) : null;
    }
}
