using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project.Server;
using SloCompiler.Language.Project.Targets;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project;

/// <summary>The settings of <c>slo.yaml</c>; every one has a default.</summary>
public sealed record ProjectConfig
{
    /// <summary>All defaults.</summary>
    public static ProjectConfig Default { get; } = new();

    /// <summary>Globs of spec files, relative to the file.</summary>
    public ImmutableArray<string> Specs { get; init; } = ["slo-specs/**/*.slo.yaml"];

    /// <summary>Globs of metrics catalogues, relative to the file.</summary>
    public ImmutableArray<string> Catalogues { get; init; } = ["slo-specs/**/*.metrics.yaml"];

    /// <summary>Globs of rule files that are checked, relative to the file.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Globs of Grafana dashboards that are checked, relative to the file.</summary>
    public ImmutableArray<string> Dashboards { get; init; } = [];

    /// <summary>Whose rule files they are.</summary>
    public RuleDialect Dialect { get; init; } = RuleDialects.Prometheus;

    /// <summary>Output folder, relative to the file.</summary>
    public string Output { get; init; } = "generated";

    /// <summary>The targets to generate, and their settings.</summary>
    public TargetConfig TargetSettings { get; init; } = TargetConfig.None;

    /// <summary>Names of the targets to generate; empty for the default set.</summary>
    public ImmutableArray<Located<string>> Targets => TargetSettings.Names;

    /// <summary>Number of folders that services are dealt to.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Whose names and shapes the rules have.</summary>
    public RuleProfile Profile { get; init; } = RuleProfile.Native;

    /// <summary>Pattern of runbook URLs with <c>{service}</c>, <c>{slo}</c>, <c>{runbook}</c>; null where runbooks are whole URLs.</summary>
    public Located<string>? RunbookUrl { get; init; }

    /// <summary>Pattern of runbook files, relative to the file; null where they are elsewhere.</summary>
    public Located<string>? RunbookFiles { get; init; }

    /// <summary>Base URL of Grafana; null where unknown.</summary>
    public string? GrafanaUrl { get; init; }

    /// <summary>Base URL of Alertmanager; null where unknown.</summary>
    public string? AlertmanagerUrl { get; init; }

    /// <summary>Value of the label <c>severity</c> by the name in specs; names not listed stand for themselves.</summary>
    public ImmutableDictionary<string, string> Severities { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Window of SLOs that name none.</summary>
    public SloWindow DefaultWindow { get; init; } = new RollingWindow(PrometheusDuration.FromDays(30));

    /// <summary>Burn policies by name; <c>default</c> replaces the built-in one.</summary>
    public ImmutableDictionary<string, BurnPolicy> BurnPolicies { get; init; } = ImmutableDictionary<string, BurnPolicy>.Empty;

    /// <summary>Scrape interval of metrics that name none.</summary>
    public PrometheusDuration ScrapeInterval { get; init; } = PrometheusDuration.FromSeconds(30);

    /// <summary>The scrape interval as the settings name it; null where they name none, so that nothing can be concluded from it.</summary>
    public PrometheusDuration? WrittenScrapeInterval { get; init; }

    /// <summary>How long samples are kept; null where unknown.</summary>
    public PrometheusDuration? Retention { get; init; }

    /// <summary>Interval of the groups with long windows and ticket alerts.</summary>
    public PrometheusDuration SlowInterval { get; init; } = PrometheusDuration.FromMinutes(2);

    /// <summary>Labels that Prometheus adds outside; a spec may not use their names.</summary>
    public ImmutableArray<LabelPair> ExternalLabels { get; init; } = [];

    /// <summary>The oldest Prometheus that must read the rules; the latest known one where none is named.</summary>
    public PrometheusTarget Prometheus { get; init; } = PrometheusTarget.Latest;

    /// <summary>How that Prometheus is reached by commands that ask it.</summary>
    public ServerConfig Server { get; init; } = ServerConfig.None;

    /// <summary>The settings of the linter as written, which the linter reads; null where none are.</summary>
    public YamlNode? Lint { get; init; }
}

/// <summary>Tiers of burn alerts, as shares of the budget of a reference period.</summary>
/// <param name="Period">The period that the shares are for.</param>
/// <param name="Tiers">The tiers, fastest first within a severity.</param>
public sealed record BurnPolicy(PrometheusDuration Period, ImmutableArray<BurnTierSpec> Tiers);

/// <summary><c>2% in 1h</c>: alert when so much of the budget would be used in the long window.</summary>
/// <param name="Severity"><c>page</c> or <c>ticket</c>.</param>
/// <param name="BudgetShare">Share of the period's budget, 0 to 1.</param>
/// <param name="LongWindow">The long window.</param>
/// <param name="ShortWindow">The short window; null for 1/12 of the long one.</param>
/// <param name="Span">The place in the file; null for the built-in policy.</param>
public sealed record BurnTierSpec(
    string Severity,
    decimal BudgetShare,
    PrometheusDuration LongWindow,
    PrometheusDuration? ShortWindow,
    SourceSpan? Span)
{
    /// <summary>
    /// The burn rate of a tier that is taken as it is, with its windows, whatever the objective; null where the tier is fitted.
    /// </summary>
    public decimal? ExactBurnRate { get; init; }

    /// <summary>What the severity is called in the alert's label; null for <see cref="Severity"/>.</summary>
    public string? SeverityName { get; init; }

    /// <summary>How long its condition must hold; null for what the severity says.</summary>
    public PrometheusDuration? For { get; init; }

    /// <summary>Extra labels of its alert.</summary>
    public ImmutableArray<LabelPair> Labels { get; init; } = [];
}
