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

/// <summary>What is known of Alertmanager.</summary>
internal sealed record AlertmanagerSettings(string? Url);

/// <summary>The fields of <c>alertmanager</c>.</summary>
internal static class AlertmanagerFields
{
    private static readonly Field<Located<string>> Url = new("url", PatternType.PlainUrl, "Base URL, for links from dashboards to a silence that is filled in.")
    {
        Default = "dashboards have no such link",
        Example = "https://alertmanager.example.org",
    };

    private static readonly Shape Shape = new("alertmanager", "Alertmanager", "The Alertmanager that alerts go to.", [Url]);

    /// <summary>The block.</summary>
    public static FieldType<AlertmanagerSettings> Type { get; } =
        new ShapeType<AlertmanagerSettings>(Shape, f => new AlertmanagerSettings(f.Get(Url)?.Value.TrimEnd('/')));
}
