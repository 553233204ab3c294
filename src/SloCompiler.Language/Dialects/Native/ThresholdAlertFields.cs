using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>The fields of a plain alert.</summary>
internal static class ThresholdAlertFields
{
    private static readonly Field<Located<string>> Name = new(
        "name",
        AlertNameType.Instance,
        "Name of the alert.")
    {
        IsRequired = true,
        Example = "ImportBacklogGrowing",
    };

    private static readonly Field<SpecExpression> Expr = new("expr", PromQlType.Plain, "The condition.")
    {
        IsRequired = true,
        Example = "sum(queue_depth{queue=\"q_import\"}) > 200",
    };

    private static readonly Field<PrometheusDuration> For = new("for", DurationType.Instance, "How long it must hold.")
    {
        Default = "at once",
        Example = "15m",
    };

    private static readonly Field<Located<string>> Severity = new(
        "severity",
        SeverityType.Instance,
        "`page`, `ticket`, or a name of `severities` in slo.yaml.")
    {
        IsRequired = true,
        Example = "page",
    };

    private static readonly Field<string> Summary = new("summary", TextType.Instance, "One line for the notification.")
    {
        Example = "Import backlog above 200 jobs",
    };

    private static readonly Field<string> Description = new("description", TextType.Instance, "More lines for the notification.")
    {
        Example = "Imports wait for more than an hour.",
    };

    private static readonly Field<Located<string>> Runbook = new(
        "runbook",
        RunbookType.Instance,
        "Name of the runbook with an optional `#anchor`, or a whole URL.")
    {
        Default = "`runbook` of the service",
        Example = "workers-import",
    };

    private static readonly Field<ImmutableArray<LabelPair>> Labels = new("labels", LabelsType.OfAlerts, "Extra labels.")
    {
        Example = "{ channel: \"#imports\" }",
    };

    private static readonly Field<ImmutableArray<LabelPair>> Annotations = new("annotations", LabelsType.Annotations, "Extra annotations.")
    {
        Example = "{ impact: Imports are late. }",
    };

    private static readonly Shape Shape = new(
        "alert",
        "Plain alert",
        "An alert on a condition that the author writes.",
        [Name, Expr, For, Severity, Summary, Description, Runbook, Labels, Annotations]);

    /// <summary>The block.</summary>
    public static FieldType<ThresholdAlert> Type { get; } = new ShapeType<ThresholdAlert>(Shape, Read);

    private static ThresholdAlert? Read(FieldReader fields)
    {
        var name = fields.Get(Name);
        var expr = fields.Get(Expr);
        var severity = fields.Get(Severity);
        var rest = (
            For: fields.GetValue(For),
            Summary: fields.Get(Summary),
            Description: fields.Get(Description),
            Runbook: fields.Get(Runbook),
            Labels: fields.GetAll(Labels),
            Annotations: fields.GetAll(Annotations));
        return name is null || expr is null || severity is null
            ? null
            : new ThresholdAlert
            {
                Name = name,
                Expr = expr,
                For = rest.For,
                Severity = severity,
                Summary = rest.Summary,
                Description = rest.Description,
                Runbook = rest.Runbook,
                Labels = rest.Labels,
                Annotations = rest.Annotations,
                Span = fields.Span,
            };
    }
}
