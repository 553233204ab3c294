using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Why series have a label, may have it, or cannot have it; or why there are no series.</summary>
/// <param name="Kind">What decided.</param>
/// <param name="Span">The fragment of the expression that decided.</param>
/// <param name="Subject">The operation, metric or label that decided, where the kind has one.</param>
public readonly record struct LabelReason(LabelReasonKind Kind, TextSpan Span, string? Subject = null)
{
    /// <summary>
    /// The recorded series whose rule decided; null where the expression itself did. <see cref="Span"/> is then the selector that
    /// reads the series.
    /// </summary>
    public string? Record { get; init; }

    /// <summary>The reason as half a sentence for people, about "it".</summary>
    public string Text => Record is null ? Sentence : $"in the rule that records `{Record}`, {Sentence}";

    private string Sentence => Kind switch
    {
        LabelReasonKind.Selector => "nothing is known of the labels of these series",
        LabelReasonKind.MetricName => "the selector names the metric",
        LabelReasonKind.MatcherWants => "a matcher accepts only series that have it",
        LabelReasonKind.MatcherRefuses => "a matcher accepts only series without it",
        LabelReasonKind.Declared => $"the catalogue lists it for `{Subject}`",
        LabelReasonKind.NotDeclared => $"the catalogue lists all labels of `{Subject}`",
        LabelReasonKind.Target => "Prometheus sets it on everything that it scrapes",
        LabelReasonKind.External => "it is an external label of the project",
        LabelReasonKind.RuleLabel => "the labels of the rule decide it",
        LabelReasonKind.Cycle => $"the rules that record `{Subject}` read what they record",
        LabelReasonKind.Grouped => "the grouping keeps it where a series has it",
        LabelReasonKind.NotGrouped => $"`{Subject}` keeps only the labels that its `by` names",
        LabelReasonKind.NoGrouping => $"`{Subject}` without a grouping keeps no label",
        LabelReasonKind.Without => "`without` drops it",
        LabelReasonKind.NameDropped => $"`{Subject}` makes other values, so the metric name goes",
        LabelReasonKind.Written => $"`{Subject}` sets it",
        LabelReasonKind.MaybeWritten => $"`{Subject}` sets it on some series",
        LabelReasonKind.Removed => $"`{Subject}` removes it",
        LabelReasonKind.NotInOn => "a one-to-one match keeps only the labels of its `on`",
        LabelReasonKind.Ignored => "a one-to-one match drops the labels of its `ignoring`",
        LabelReasonKind.Matched => "both sides of the match must agree on it",
        LabelReasonKind.Included => $"`{Subject}` takes it from the other side",
        LabelReasonKind.Scalar => "a number has no labels",
        LabelReasonKind.Absent => $"`{Subject}` has only the labels that a single `=` matcher gives it",
        LabelReasonKind.Info => "`info` adds labels that it finds",
        LabelReasonKind.UnknownFunction => $"nothing is known of `{Subject}`",
        LabelReasonKind.Alternatives => "it depends on which alternative returns",
        LabelReasonKind.TooMany => "there are more labels than are followed",
        LabelReasonKind.Contradiction => $"conditions on `{Subject}` contradict each other",
        LabelReasonKind.NeverMatches => $"the two sides never agree on `{Subject}`",
        LabelReasonKind.NeverAbsent => "its argument always returns a series",
        LabelReasonKind.Hidden => "an earlier alternative always returns a series with the same labels",
        _ => throw new InvalidOperationException($"No text for {Kind}."),
    };

    /// <summary>The same reason, seen by an expression that reads a recorded series.</summary>
    internal LabelReason Through(string record, TextSpan selector) => this with { Record = Record ?? record, Span = selector };
}
