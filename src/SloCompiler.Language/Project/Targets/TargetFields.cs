using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.PromQL;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project.Targets;

/// <summary>The fields of <c>targets</c> where it is a mapping: a target that is named is generated.</summary>
internal static class TargetFields
{
    private static readonly Field<object> Prometheus = Plain("prometheus", "Rule files of Prometheus.");

    private static readonly Field<object> Tests = Plain("prometheus-tests", "Unit tests for promtool.");

    private static readonly Field<ObjectConfig> Operator = new(
        "operator",
        ObjectFields.Of("operatorTarget", "Target operator", "`PrometheusRule` objects of the Prometheus operator."),
        "`PrometheusRule` objects of the Prometheus operator.")
    {
        Example = "{ namespace: monitoring, labels: { release: kube-prometheus-stack } }",
    };

    private static readonly Field<MimirConfig> Mimir = new("mimir", RulerFields.Mimir, "Namespace files of Mimir's ruler.")
    {
        Example = "{ source_tenants: [team-a, team-b] }",
    };

    private static readonly Field<ThanosConfig> Thanos = new("thanos", RulerFields.Thanos, "Rule files of Thanos Rule.")
    {
        Example = "{ partial_response_strategy: abort }",
    };

    private static readonly Field<ObjectConfig> VictoriaMetrics = new(
        "victoriametrics",
        ObjectFields.Of("victoriametricsTarget", "Target victoriametrics", "Rule files of vmalert, and `VMRule` objects with the same rules."),
        "Rule files of vmalert, and `VMRule` objects with the same rules.")
    {
        Example = "{ namespace: monitoring }",
    };

    private static readonly Field<object> Loki = Plain("loki", "Refused: Loki's ruler evaluates queries over logs, not PromQL.");

    private static readonly Field<object> Alertmanager = Plain("alertmanager", "Inhibition rules and templates of Alertmanager.");

    private static readonly Field<object> Grafana = Plain("grafana", "Dashboards in files, and the file that provisions them.");

    private static readonly Field<ObjectConfig> Kubernetes = new(
        "kubernetes",
        ObjectFields.Of(
            "kubernetesTarget",
            "Target kubernetes",
            "ConfigMaps with the dashboards, for the sidecar of Grafana's chart. Where no `labels` are given, they have its label `grafana_dashboard: \"1\"`."),
        "ConfigMaps with the dashboards.")
    {
        Example = "{ namespace: monitoring, labels: { grafana_dashboard: \"1\" } }",
    };

    private static readonly Field<GrafanaOperatorConfig> GrafanaOperator = new(
        "grafana-operator", ObjectFields.GrafanaOperator, "`GrafanaDashboard` objects of Grafana's operator.")
    {
        Example = "{ instance_selector: { dashboards: grafana } }",
    };

    private static readonly Field<object> GrafanaV1 = Plain("grafana-v1", "Dashboards as resources of Grafana's API, `dashboard.grafana.app/v1`.");

    private static readonly Field<object> Catalog = Plain("catalog", "All SLOs as JSON.");

    private static readonly Shape Shape = new(
        "targets",
        "Targets",
        "The targets to generate, with their settings; `{}` where there are none.",
        [Prometheus, Tests, Operator, Mimir, Thanos, VictoriaMetrics, Loki, Alertmanager, Grafana, Kubernetes, GrafanaOperator, GrafanaV1, Catalog]);

    /// <summary>The mapping.</summary>
    public static FieldType<TargetConfig> Type { get; } = new ShapeType<TargetConfig>(Shape, Read);

    private static Field<object> Plain(string name, string doc) => new(name, new EmptyType(), doc) { Example = "{}" };

    private static TargetConfig Read(FieldReader fields)
    {
        foreach (var plain in new[] { Prometheus, Tests, Loki, Alertmanager, Grafana, GrafanaV1, Catalog })
        {
            _ = fields.Get(plain);
        }

        return new TargetConfig
        {
            Names = [.. Shape.Fields.Select(fields.Find).OfType<YamlEntry>().Select(e => new Located<string>(e.Key.Value, e.Key.Span))],
            Operator = fields.Get(Operator),
            Mimir = fields.Get(Mimir),
            Thanos = fields.Get(Thanos),
            VictoriaMetrics = fields.Get(VictoriaMetrics),
            Kubernetes = fields.Get(Kubernetes),
            GrafanaOperator = fields.Get(GrafanaOperator),
        };
    }
}

/// <summary>The fields of targets that are rulers.</summary>
internal static class RulerFields
{
    private static readonly Field<ImmutableArray<string>> SourceTenants = new(
        "source_tenants",
        new ListType<string>(TextType.Instance),
        "Tenants whose samples the rules read; the ruler needs `-ruler.tenant-federation.enabled`.")
    {
        Default = "the tenant that has the rules",
        Example = "[team-a, team-b]",
    };

    private static readonly Field<int> MaxRulesPerGroup = new(
        "max_rules_per_group",
        new WholeNumberType(0),
        "The ruler's `ruler_max_rules_per_rule_group`; larger groups are split. 0 for no limit.")
    {
        Default = "`20`, as in Mimir",
        Example = "20",
    };

    private static readonly Field<int> MaxGroups = new(
        "max_groups",
        new WholeNumberType(0),
        "The ruler's `ruler_max_rule_groups_per_tenant`; more groups are reported. 0 for no limit.")
    {
        Default = "`70`, as in Mimir",
        Example = "5000",
    };

    private static readonly Field<string> PartialResponse = new(
        "partial_response_strategy",
        new EnumType<string>(("abort", "abort"), ("warn", "warn")),
        "What a rule does when a store does not answer: fail, or go on with what there is, which makes ratios wrong.")
    {
        Default = "`abort`",
        Example = "abort",
    };

    private static readonly Field<PrometheusDuration> ShortRange = new(
        "short_range",
        DurationType.Instance,
        "Groups that look back no further than this go to the folder `short`, the others to `long`.")
    {
        Default = "`1d`",
        Example = "1d",
    };

    /// <summary>The block of Mimir.</summary>
    public static FieldType<MimirConfig> Mimir { get; } = new ShapeType<MimirConfig>(
        new Shape("mimirTarget", "Target mimir", "Namespace files of Mimir's ruler, one for each service.", [SourceTenants, MaxRulesPerGroup, MaxGroups]),
        f => new MimirConfig(f.GetAll(SourceTenants), f.GetValue(MaxRulesPerGroup), f.GetValue(MaxGroups)));

    /// <summary>The block of Thanos.</summary>
    public static FieldType<ThanosConfig> Thanos { get; } = new ShapeType<ThanosConfig>(
        new Shape("thanosTarget", "Target thanos", "Rule files of Thanos Rule.", [PartialResponse, ShortRange]),
        f => new ThanosConfig(f.Get(PartialResponse), f.GetValue(ShortRange)));
}
