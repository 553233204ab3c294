using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Slis.Freshness;

/// <summary>The fields of <c>freshness</c>, and how they are read.</summary>
internal static class FreshnessKind
{
    private static readonly Field<SpecExpression> Timestamp = new(
        "timestamp",
        SelectorType.Instance,
        "Selector of a gauge with the time of the last success, in seconds since 1970.")
    {
        IsRequired = true,
        Example = "backup_last_success_timestamp_seconds{job=\"backup\"}",
    };

    private static readonly Field<PrometheusDuration> Slice = new(
        "slice",
        DurationType.Instance,
        "Length of a slice.")
    {
        Default = "`1m`",
        Example = "5m",
    };

    private static readonly Shape Shape = new(
        "freshness",
        "Indicator `freshness`",
        "Slices of time; those in which the newest timestamp is older than the objective's limit are bad: `objective: 99% fresher than 10m`.",
        [Timestamp, Slice]);

    /// <summary>The kind.</summary>
    public static SliKind Kind { get; } = new(
        new Field<Sli>("freshness", new ShapeType<Sli>(Shape, Read), "The age of a timestamp.")
        {
            Example = "{ timestamp: backup_last_success_timestamp_seconds }",
        },
        ThresholdKind.Fresher);

    private static FreshnessSli? Read(FieldReader fields)
    {
        var slice = fields.GetValue(Slice) ?? PrometheusDuration.FromMinutes(1);
        return fields.Get(Timestamp) is { } timestamp ? new FreshnessSli(timestamp, slice, fields.Span) : null;
    }
}
