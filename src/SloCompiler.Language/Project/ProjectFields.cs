using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project.Targets;
using SloCompiler.Language.Reading;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.PromQL;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project;

/// <summary>The fields of <c>slo.yaml</c>.</summary>
internal static class ProjectFields
{
    private static readonly ListType<string> Globs = new(TextType.Instance);

    private static readonly Field<string> Version = new(
        "version",
        new VersionType("slo-project/v1"),
        "The language of the file.")
    {
        Default = "`slo-project/v1`",
        Example = "slo-project/v1",
    };

    private static readonly Field<ImmutableArray<string>> Specs = new("specs", Globs, "Globs of spec files, relative to this file.")
    {
        Default = "`[\"slo-specs/**/*.slo.yaml\"]`",
        Example = "[\"slo-specs/**/*.slo.yaml\"]",
    };

    private static readonly Field<ImmutableArray<string>> Catalogues = new(
        "catalogues",
        Globs,
        "Globs of metrics catalogues, relative to this file.")
    {
        Default = "`[\"slo-specs/**/*.metrics.yaml\"]`",
        Example = "[\"slo-specs/**/*.metrics.yaml\"]",
    };

    private static readonly Field<ImmutableArray<string>> Rules = new(
        "rules",
        Globs,
        "Globs of rule files that `slo check` reads, relative to this file: plain ones, `PrometheusRule` and `VMRule` objects.")
    {
        Default = "none",
        Example = "[\"rules/**/*.yml\"]",
    };

    private static readonly Field<ImmutableArray<string>> Dashboards = new(
        "dashboards",
        Globs,
        "Globs of Grafana dashboards in JSON that `slo check` reads, relative to this file.")
    {
        Default = "none",
        Example = "[\"dashboards/**/*.json\"]",
    };

    private static readonly Field<RuleDialect> Dialect = new(
        "dialect",
        new EnumType<RuleDialect>([.. RuleDialects.All.Select(d => (d.Name, d))]),
        "The program that rule files are for. It decides which fields they may have, and the language of expressions.")
    {
        Default = "`prometheus`",
        Example = "mimir",
    };

    private static readonly Field<string> Output = new("output", TextType.Instance, "Folder of the compiled files, relative to this file.")
    {
        Default = "`generated`",
        Example = "generated",
    };

    private static readonly Field<TargetConfig> Targets = new(
        "targets",
        TargetsType.Instance,
        "The targets to generate: names, or names with settings.")
    {
        Default = "`[prometheus, prometheus-tests, alertmanager, grafana, catalog]`",
        Example = "[prometheus, grafana]",
    };

    private static readonly Field<RuleProfile> Profile = new(
        "profile",
        ProfileType.Instance,
        "Whose names and shapes the rules have: those of this compiler, or those of a tool that dashboards and routes were built on.")
    {
        Default = "`native`",
        Example = "sloth",
    };

    private static readonly Field<int> Shards = new(
        "shards",
        new WholeNumberType(1),
        "Number of folders that the rules of services are dealt to, by a stable hash; `slo compile --shards` wins.")
    {
        Default = "`1`",
        Example = "4",
    };

    private static readonly Field<RunbookPatterns> Runbooks = new("runbooks", RunbookPatternFields.Type, "Where runbooks are.")
    {
        Example = "{ url: \"https://runbooks.example.org/{service}/{runbook}\" }",
    };

    private static readonly Field<GrafanaSettings> Grafana = new("grafana", GrafanaFields.Type, "The Grafana that shows the dashboards.")
    {
        Example = "{ url: https://grafana.example.org }",
    };

    private static readonly Field<AlertmanagerSettings> Alertmanager = new("alertmanager", AlertmanagerFields.Type, "The Alertmanager that alerts go to.")
    {
        Example = "{ url: https://alertmanager.example.org }",
    };

    private static readonly Field<ImmutableArray<MapEntry<string>>> Severities = new(
        "severities",
        new MapType<string>("severity", TextType.Instance, LabelNames.IsValid, "Use letters, digits and underscores, starting with a letter."),
        "Value of the label `severity` by the name in specs; more names than `page` and `ticket` may be defined.")
    {
        Default = "names stand for themselves",
        Example = "{ page: P1, ticket: P3, info: P5 }",
    };

    private static readonly Field<SloWindow> Window = new("window", WindowType.Instance, "Window of SLOs that name none.")
    {
        Default = "`30d`",
        Example = "28d",
    };

    private static readonly Field<ImmutableArray<MapEntry<BurnPolicy>>> BurnPolicies = new(
        "burn_policies",
        new MapType<BurnPolicy>("name", BurnPolicyFields.Type, IdentifierType.IsValid),
        "Burn policies by name; `default` replaces the built-in one.")
    {
        Default = "2 % in 1h and 5 % in 6h page, 10 % in 1d and 10 % in 3d ticket",
        Example = "{ default: { period: 30d, page: [2% in 1h, 5% in 6h], ticket: [10% in 3d] } }",
    };

    private static readonly Field<PrometheusDuration> ScrapeInterval = new(
        "scrape_interval",
        DurationType.Instance,
        "Scrape interval of metrics whose catalogue names none.")
    {
        Default = "`30s`",
        Example = "15s",
    };

    private static readonly Field<PrometheusDuration> Retention = new(
        "retention",
        DurationType.Instance,
        "How long Prometheus keeps samples; windows are checked against it.")
    {
        Default = "unknown: not checked",
        Example = "90d",
    };

    private static readonly Field<PrometheusDuration> SlowInterval = new(
        "slow_interval",
        DurationType.Instance,
        "Evaluation interval of the groups with long windows and ticket alerts.")
    {
        Default = "`2m`",
        Example = "2m",
    };

    private static readonly Field<ImmutableArray<LabelPair>> ExternalLabels = new(
        "external_labels",
        LabelsType.External,
        "External labels of Prometheus; specs may not use their names. Rules for Mimir, Thanos and VictoriaMetrics read only series with them and set them, "
        + "so list only labels that the storage keeps, not those of replicas.")
    {
        Example = "{ cluster: eu-1 }",
    };

    private static readonly Field<PrometheusSettings> Prometheus = new(
        "prometheus",
        PrometheusType.Instance,
        "The Prometheus that reads the rules.")
    {
        Example = "\"2.42\"",
    };

    private static readonly Field<YamlNode> Lint = LintAs(null);

    /// <summary>The mapping, as far as this project reads it.</summary>
    public static Shape Shape { get; } = ShapeOf(Lint);

    /// <summary>The mapping with a description of the settings of the linter.</summary>
    public static Shape ShapeWith(FieldType lint) => ShapeOf(LintAs(lint));

    private static Shape ShapeOf(Field<YamlNode> lint) => new(
        "project",
        "Project file",
        "Settings of a project in `slo.yaml`, which is searched upwards from the specs. Every one has a default, so the file is not needed to start.",
        [
            Version, Specs, Catalogues, Rules, Dashboards, Dialect, Output, Targets, Shards, Profile, Runbooks, Grafana, Alertmanager, Severities, Window, BurnPolicies, ScrapeInterval, Retention,
            SlowInterval, ExternalLabels, Prometheus, lint,
        ]);

    /// <summary>The file.</summary>
    public static FieldType<ProjectConfig> Type { get; } = new ShapeType<ProjectConfig>(Shape, Read);

    private static Field<YamlNode> LintAs(FieldType? described) => new("lint", new UnreadType(described), "What `slo check` reports, and how severely.")
    {
        Default = "every rule as it is",
        Example = "{ rules: { metric-not-in-catalogue: error } }",
    };

    private static ProjectConfig Read(FieldReader fields)
    {
        _ = fields.Get(Version);
        var defaults = ProjectConfig.Default;
        var runbooks = fields.Get(Runbooks);
        var prometheus = fields.Get(Prometheus);
        var scrapeInterval = fields.GetValue(ScrapeInterval);
        return new ProjectConfig
        {
            Specs = fields.GetValue(Specs) ?? defaults.Specs,
            Catalogues = fields.GetValue(Catalogues) ?? defaults.Catalogues,
            Rules = fields.GetAll(Rules),
            Dashboards = fields.GetAll(Dashboards),
            Dialect = fields.Get(Dialect) ?? defaults.Dialect,
            Output = fields.Get(Output) ?? defaults.Output,
            Profile = fields.Get(Profile) ?? defaults.Profile,
            TargetSettings = fields.Get(Targets) ?? defaults.TargetSettings,
            Shards = fields.GetValue(Shards) ?? defaults.Shards,
            RunbookUrl = runbooks?.Url,
            RunbookFiles = runbooks?.Files,
            GrafanaUrl = fields.Get(Grafana)?.Url,
            AlertmanagerUrl = fields.Get(Alertmanager)?.Url,
            Severities = fields.GetAll(Severities).ToImmutableDictionary(e => e.Key.Value, e => e.Value, StringComparer.Ordinal),
            DefaultWindow = fields.Get(Window) ?? defaults.DefaultWindow,
            BurnPolicies = fields.GetAll(BurnPolicies).ToImmutableDictionary(e => e.Key.Value, e => e.Value, StringComparer.Ordinal),
            ScrapeInterval = scrapeInterval ?? defaults.ScrapeInterval,
            WrittenScrapeInterval = scrapeInterval,
            Retention = fields.GetValue(Retention),
            SlowInterval = fields.GetValue(SlowInterval) ?? defaults.SlowInterval,
            ExternalLabels = fields.GetAll(ExternalLabels),
            Prometheus = prometheus?.Target ?? defaults.Prometheus,
            Server = prometheus?.Server ?? defaults.Server,
            Lint = fields.Get(Lint),
        };
    }
}
