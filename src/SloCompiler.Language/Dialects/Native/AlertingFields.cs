using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>The fields of the alerts of an SLO.</summary>
internal static class AlertingFields
{
    private static readonly Field<Located<string>> Runbook = new(
        "runbook",
        RunbookType.Instance,
        "Name of the runbook with an optional `#anchor`, or a whole URL.")
    {
        Default = "`runbook` of the SLO, else of the service",
        Example = "edge-availability#login",
    };

    private static readonly Field<ImmutableArray<LabelPair>> Labels = new("labels", LabelsType.OfAlerts, "Extra labels of these alerts.")
    {
        Example = "{ channel: \"#edge\" }",
    };

    private static readonly Field<ImmutableArray<LabelPair>> Annotations = new(
        "annotations",
        LabelsType.Annotations,
        "Extra annotations of these alerts.")
    {
        Example = "{ impact: Users cannot log in. }",
    };

    private static readonly Field<PrometheusDuration> For = new(
        "for",
        DurationType.Instance,
        "How long the condition must hold. Burn alerts need none: their windows already decide how much is too much.")
    {
        Default = "at once; `10m` for `no_data`",
        Example = "2m",
    };

    private static readonly Field<string> Severity = new(
        "severity",
        new EnumType<string>(("page", "page"), ("ticket", "ticket")),
        "What missing data is raised as.")
    {
        Default = "`ticket`",
        Example = "page",
    };

    private static readonly Shape BlockShape = new(
        "severityBlock",
        "Alerts of one severity",
        "Settings of the burn alerts of one severity. Without any, `{}` keeps the defaults.",
        [Runbook, Labels, Annotations, For]);

    private static readonly Shape NoDataShape = new(
        "noDataBlock",
        "Alert on missing data",
        "Settings of the alert that fires when the total of the indicator has vanished.",
        [Severity, Runbook, Labels, Annotations, For]);

    private static readonly FieldType<Switch<SeverityBlock>> BlockType =
        new SwitchType<SeverityBlock>(new ShapeType<SeverityBlock>(BlockShape, ReadBlock));

    private static readonly Field<Switch<SeverityBlock>> Page = new(
        "page",
        BlockType,
        "The budget burns so fast that a person must act now.")
    {
        Default = "on",
        Example = "{ runbook: edge-availability }",
    };

    private static readonly Field<Switch<SeverityBlock>> Ticket = new(
        "ticket",
        BlockType,
        "The budget burns so that a person must act in working hours.")
    {
        Default = "on",
        Example = "off",
    };

    private static readonly Field<Switch<SeverityBlock>> NoData = new(
        "no_data",
        new SwitchType<SeverityBlock>(new ShapeType<SeverityBlock>(NoDataShape, ReadNoData)),
        "The total of the indicator has vanished, so that nothing else could fire.")
    {
        Default = "on, as a ticket",
        Example = "{ severity: page, for: 15m }",
    };

    private static readonly Field<decimal> MinBadEvents = new(
        "min_bad_events",
        NumberType.Positive,
        "Burn alerts need at least so many bad events in their long window: a guard for services with little traffic.")
    {
        Default = "no guard",
        Example = "10",
    };

    private static readonly Field<Located<string>> BurnPolicy = new(
        "burn_policy",
        LocatedTextType.Instance,
        "Name of a burn policy of slo.yaml.")
    {
        Default = "`default`",
        Example = "default",
    };

    private static readonly Shape Shape = new(
        "alerting",
        "Alerts of an SLO",
        "Which alerts an SLO has.",
        [Page, Ticket, NoData, MinBadEvents, BurnPolicy]);

    /// <summary>The block.</summary>
    public static FieldType<AlertingDraft> Type { get; } = new ShapeType<AlertingDraft>(Shape, Read);

    private static AlertingDraft Read(FieldReader fields) => new()
    {
        Page = fields.Get(Page),
        Ticket = fields.Get(Ticket),
        NoData = fields.Get(NoData),
        MinBadEvents = fields.GetValue(MinBadEvents),
        BurnPolicy = fields.Get(BurnPolicy),
        Span = fields.Span,
    };

    private static SeverityBlock ReadBlock(FieldReader fields) => new()
    {
        Runbook = fields.Get(Runbook),
        Labels = fields.GetAll(Labels),
        Annotations = fields.GetAll(Annotations),
        For = fields.GetValue(For),
        Span = fields.Span,
    };

    private static SeverityBlock ReadNoData(FieldReader fields) => ReadBlock(fields) with { RaisedAs = fields.Get(Severity) };
}
