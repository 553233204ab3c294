using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.Language.Slis;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>The fields of a document of <c>slo/v1</c>.</summary>
internal static class ServiceFields
{
    private static readonly Field<string> Version = new(
        "version",
        new VersionType(NativeDialect.VersionText),
        "The language of the document.")
    {
        IsRequired = true,
        Example = NativeDialect.VersionText,
    };

    private static readonly Field<Located<string>> Service = new(
        "service",
        IdentifierType.Instance,
        "Identity of the service: the label `service` of every series and alert. Changing it starts all budgets anew.")
    {
        IsRequired = true,
        Example = "edge",
    };

    private static readonly Field<string> Title = new("title", TextType.Instance, "Name for people.")
    {
        Default = "the name of the service",
        Example = "Edge API",
    };

    private static readonly Field<string> Description = new("description", TextType.Instance, "What the service is.")
    {
        Example = "REST and WebSocket edge in front of the core API.",
    };

    private static readonly Field<Located<string>> Owner = new("owner", LocatedTextType.Instance, "The team that owns it.")
    {
        Example = "team-edge",
    };

    private static readonly Field<ImmutableArray<LabelPair>> Labels = new(
        "labels",
        LabelsType.Metadata,
        "Metadata on alerts and `slo:info` only, so that a change does not break a budget.")
    {
        Example = "{ system: journal, tier: \"1\" }",
    };

    private static readonly Field<Located<string>> Runbook = new(
        "runbook",
        RunbookType.Instance,
        "Runbook of all alerts of the service that name none themselves.")
    {
        Example = "edge",
    };

    private static readonly Field<ImmutableArray<MapEntry<Sli>>> Indicators = new(
        "indicators",
        new MapType<Sli>("identifier", SliFields.Type, IdentifierType.IsValid),
        "Indicators by name, for several SLOs to use with `sli: <name>`.")
    {
        Example = "{ logins: { events: { bad: login_errors_total, total: logins_total } } }",
    };

    private static readonly Field<ImmutableArray<SloDraft>> Slos = new(
        "slos",
        new ListType<SloDraft>(SloFields.Type),
        "The objectives of the service.")
    {
        Example = "[{ name: availability, objective: 99.9%, sli: { probe: { gauge: up } } }]",
    };

    private static readonly Field<ImmutableArray<ThresholdAlert>> Alerts = new(
        "alerts",
        new ListType<ThresholdAlert>(ThresholdAlertFields.Type),
        "Plain threshold alerts, for what no objective covers.")
    {
        Example = "[{ name: ImportBacklogGrowing, expr: sum(queue_depth) > 200, for: 15m, severity: page }]",
    };

    private static readonly Field<Dashboard> DashboardField = new(
        "dashboard",
        DashboardFields.Type,
        "Rows of the service's dashboard, after the generated ones.")
    {
        Example = "{ rows: [{ title: Queues, panels: [{ title: Depth, query: sum(queue_depth) }] }] }",
    };

    /// <summary>The mapping.</summary>
    public static Shape Shape { get; } = new(
        "service",
        "Service",
        "A service with its objectives, alerts and dashboard rows: one document of `slo/v1`. A file may hold several, separated by `---`.",
        [Version, Service, Title, Description, Owner, Labels, Runbook, Indicators, Slos, Alerts, DashboardField]);

    /// <summary>The document.</summary>
    public static FieldType<ServiceDraft> Type { get; } = new ShapeType<ServiceDraft>(Shape, Read);

    private static ServiceDraft? Read(FieldReader fields)
    {
        _ = fields.Get(Version);
        var name = fields.Get(Service);
        var draft = new ServiceDraft
        {
            Name = name ?? new Located<string>("", fields.Head),
            Title = fields.Get(Title),
            Description = fields.Get(Description),
            Owner = fields.Get(Owner),
            Labels = fields.GetAll(Labels),
            Runbook = fields.Get(Runbook),
            Indicators = fields.GetAll(Indicators),
            IndicatorNames = fields.Find(Indicators)?.Value is YamlMapping map ? [.. map.Entries.Select(e => e.Key.Value)] : [],
            Slos = fields.GetAll(Slos),
            Alerts = fields.GetAll(Alerts),
            DashboardRows = fields.Get(DashboardField)?.Rows ?? [],
            Span = fields.Span,
        };
        return draft;
    }
}
