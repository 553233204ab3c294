using SloCompiler.Language.Fields;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Slis.Events;

/// <summary>The fields of <c>events</c>, and how they are read.</summary>
internal static class EventsKind
{
    private static readonly Field<SpecExpression> Bad = new(
        "bad",
        EventsExpressionType.Instance,
        "Counter of bad events: selectors combined with `+`, `-` and `or`, without `rate()`.")
    {
        Example = "http_requests_total{service=\"edge\",code=~\"5..\"}",
    };

    private static readonly Field<SpecExpression> Good = new(
        "good",
        EventsExpressionType.Instance,
        "Counter of good events, where bad ones are not counted; the rest of `total` is bad.")
    {
        Example = "http_requests_total{service=\"edge\",code=~\"2..|3..\"}",
    };

    private static readonly Field<SpecExpression> Total = new(
        "total",
        EventsExpressionType.Instance,
        "Counter of all events.")
    {
        IsRequired = true,
        Example = "http_requests_total{service=\"edge\"}",
    };

    private static readonly Shape Shape = new(
        "events",
        "Indicator `events`",
        "Counters of bad (or good) and of all events, as they are written in a metrics catalogue: the compiler adds `rate()`, `sum()` and every window.",
        [Bad, Good, Total])
    {
        Choices = [new Choice([Bad, Good], IsRequired: true)],
    };

    /// <summary>The kind.</summary>
    public static SliKind Kind { get; } = new(
        new Field<Sli>("events", new ShapeType<Sli>(Shape, Read), "Counters of bad (or good) and of all events.")
        {
            Example = "{ bad: errors_total, total: requests_total }",
        },
        ThresholdKind.None);

    private static EventsSli? Read(FieldReader fields)
    {
        var bad = fields.Get(Bad);
        var good = fields.Get(Good);
        var total = fields.Get(Total);
        return total is not null && (bad is null) != (good is null) ? new EventsSli(bad, good, total, fields.Span) : null;
    }
}
