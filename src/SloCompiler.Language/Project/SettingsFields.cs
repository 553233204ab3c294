using SloCompiler.Language.Fields;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Project;

/// <summary>Patterns of runbooks.</summary>
internal sealed record RunbookPatterns(Located<string>? Url, Located<string>? Files);

/// <summary>The fields of <c>runbooks</c>.</summary>
internal static class RunbookPatternFields
{
    private static readonly Field<Located<string>> Url = new(
        "url",
        PatternType.Url,
        "Pattern of their URLs, with `{service}`, `{slo}` and `{runbook}`.")
    {
        Default = "runbooks are whole URLs",
        Example = "https://runbooks.example.org/{service}/{runbook}",
    };

    private static readonly Field<Located<string>> Files = new(
        "files",
        PatternType.Path,
        "Pattern of their files, relative to slo.yaml; each named runbook must then exist.")
    {
        Default = "they are not checked",
        Example = "runbooks/{service}/{runbook}.md",
    };

    private static readonly Shape Shape = new("runbooks", "Runbooks", "Where runbooks are.", [Url, Files]);

    /// <summary>The block.</summary>
    public static FieldType<RunbookPatterns> Type { get; } =
        new ShapeType<RunbookPatterns>(Shape, f => new RunbookPatterns(f.Get(Url), f.Get(Files)));
}

/// <summary>What is known of Grafana.</summary>
internal sealed record GrafanaSettings(string? Url);

/// <summary>The fields of <c>grafana</c>.</summary>
internal static class GrafanaFields
{
    private static readonly Field<Located<string>> Url = new("url", PatternType.PlainUrl, "Base URL, for links from alerts to dashboards.")
    {
        Default = "alerts have no link",
        Example = "https://grafana.example.org",
    };

    private static readonly Shape Shape = new("grafana", "Grafana", "The Grafana that shows the dashboards.", [Url]);

    /// <summary>The block.</summary>
    public static FieldType<GrafanaSettings> Type { get; } =
        new ShapeType<GrafanaSettings>(Shape, f => new GrafanaSettings(f.Get(Url)?.Value.TrimEnd('/')));
}

/// <summary>What is known of Prometheus.</summary>
internal sealed record PrometheusSettings(string? Version);

/// <summary>The fields of <c>prometheus</c>.</summary>
internal static class PrometheusFields
{
    private static readonly Field<string> Version = new(
        "version",
        ReleaseType.Instance,
        "The oldest release that must read the rules.")
    {
        Default = "any",
        Example = "\"2.42\"",
    };

    private static readonly Shape Shape = new("prometheus", "Prometheus", "The Prometheus that reads the rules.", [Version]);

    /// <summary>The block.</summary>
    public static FieldType<PrometheusSettings> Type { get; } =
        new ShapeType<PrometheusSettings>(Shape, f => new PrometheusSettings(f.Get(Version)));
}
