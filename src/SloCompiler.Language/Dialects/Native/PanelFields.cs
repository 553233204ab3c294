using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>The fields of a dashboard panel.</summary>
internal static class PanelFields
{
    private static readonly Field<string> Title = new("title", TextType.Instance, "Heading of the panel.")
    {
        IsRequired = true,
        Example = "Queue depth",
    };

    private static readonly Field<PanelType> TypeField = new(
        "type",
        new EnumType<PanelType>(
            ("timeseries", PanelType.TimeSeries),
            ("stat", PanelType.Stat),
            ("table", PanelType.Table),
            ("gauge", PanelType.Gauge),
            ("bargauge", PanelType.BarGauge),
            ("text", PanelType.Text)),
        "How it is drawn.")
    {
        Default = "`timeseries`; `text` where `content` is written",
        Example = "stat",
    };

    private static readonly Field<string> Unit = new("unit", TextType.Instance, "Unit, by its identifier in Grafana.")
    {
        Default = "`short`",
        Example = "percentunit",
    };

    private static readonly Field<string> Description = new("description", TextType.Instance, "What it shows.")
    {
        Example = "Jobs that wait, by queue.",
    };

    private static readonly Field<SpecExpression> Query = new(
        "query",
        PromQlType.Panel,
        "The query; a range may be `$__rate_interval`.")
    {
        Example = "sum by (queue) (queue_depth)",
    };

    private static readonly Field<string> Legend = new("legend", TextType.Instance, "Legend, with labels in double braces.")
    {
        Default = "Grafana's own",
        Example = "\"{{queue}}\"",
    };

    private static readonly Field<SpecExpression> QueryOfList = new("query", PromQlType.Panel, "The query; a range may be `$__rate_interval`.")
    {
        IsRequired = true,
        Example = "sum(rate(imports_total[$__rate_interval]))",
    };

    private static readonly Shape QueryShape = new("panelQuery", "Query of a panel", "One query of several.", [QueryOfList, Legend]);

    private static readonly Field<ImmutableArray<PanelQuery>> Queries = new(
        "queries",
        new ListType<PanelQuery>(new ShapeType<PanelQuery>(QueryShape, ReadQuery)) { AllowsEmpty = false },
        "Several queries with their legends.")
    {
        Example = "[{ query: sum(queue_depth), legend: depth }, { query: sum(queue_limit), legend: limit }]",
    };

    private static readonly Field<string> Content = new("content", TextType.Instance, "Markdown of a text panel.")
    {
        Example = "Imports run between 02:00 and 04:00 UTC.",
    };

    private static readonly Field<Thresholds> ThresholdsField = new(
        "thresholds",
        ThresholdFields.Type,
        "Values from which on the panel shows a warning or a critical colour.")
    {
        Example = "{ warning: 100, critical: 200 }",
    };

    private static readonly Field<Located<string>> Runbook = new(
        "runbook",
        RunbookType.Instance,
        "Runbook that the panel links to.")
    {
        Example = "workers-import",
    };

    private static readonly Shape Shape = new(
        "panel",
        "Dashboard panel",
        "A panel with one or several queries, or a text.",
        [Title, TypeField, Unit, Description, Query, Legend, Queries, Content, ThresholdsField, Runbook])
    {
        Choices = [new Choice([Query, Queries, Content], IsRequired: true), new Choice([Legend, Queries], IsRequired: false)],
    };

    /// <summary>The block.</summary>
    public static FieldType<DashboardPanel> Type { get; } = new ShapeType<DashboardPanel>(Shape, Read);

    private static PanelQuery? ReadQuery(FieldReader fields)
    {
        var legend = fields.Get(Legend);
        return fields.Get(QueryOfList) is { } query ? new PanelQuery(query, legend) : null;
    }

    private static DashboardPanel? Read(FieldReader fields)
    {
        var title = fields.Get(Title);
        var content = fields.Get(Content);
        var legend = fields.Get(Legend);
        var several = fields.GetAll(Queries);
        var queries = fields.Get(Query) is { } query ? [new PanelQuery(query, legend)] : several;
        var panel = new DashboardPanel
        {
            Title = title ?? "",
            Type = fields.GetValue(TypeField) ?? (content is null ? PanelType.TimeSeries : PanelType.Text),
            Unit = fields.Get(Unit) ?? "short",
            Description = fields.Get(Description),
            Queries = queries,
            Content = content,
            Thresholds = fields.Get(ThresholdsField)?.Values ?? [],
            Runbook = fields.Get(Runbook),
            Span = fields.Span,
        };
        return title is null || !IsConsistent(fields, panel) ? null : panel;
    }

    private static bool IsConsistent(FieldReader fields, DashboardPanel panel)
    {
        if (panel.Content is not null == (panel.Type == PanelType.Text) || fields.Find(TypeField) is not { } type)
        {
            return true;
        }

        var problem = panel.Type == PanelType.Text
            ? "A text panel shows `content`, not a query."
            : "Only a text panel shows `content`.";
        fields.Context.Report(SpecDiagnostics.ConflictingKeys, type.Key.Span, problem, "Correct `type`, or take it out.");
        return false;
    }
}
