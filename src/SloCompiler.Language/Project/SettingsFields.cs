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
