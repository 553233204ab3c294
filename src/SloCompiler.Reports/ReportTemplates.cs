using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SloCompiler.Diagnostics;
using SloCompiler.Templating;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Reports;

/// <summary>The templates of a report: the built-in ones, each replaced by that of the team where it has one.</summary>
public sealed class ReportTemplates
{
    /// <summary>The style sheet of all pages.</summary>
    public const string StyleSheet = "style.css";

    /// <summary>File names of the templates that a team can replace.</summary>
    public static ImmutableArray<string> Names { get; } = ["finding.hbs", "foot.hbs", "head.hbs", "index.hbs", "numbers.hbs", "slo.hbs", "source.hbs", "state-word.hbs", StyleSheet];

    private readonly TemplateSet _templates = new();
    private readonly bool _isLive;

    private ReportTemplates(string style, bool isLive)
    {
        // A style sheet ends where "</" follows, whatever the sheet means by it.
        var safe = style.Replace("</", "<\\/", StringComparison.Ordinal);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(safe)));
        _isLive = isLive;
        _templates.AddMarkup("style", _ => $"<style>{safe}</style>");
        _templates.AddMarkup("policy", _ => Policy(hash));
        _templates.AddMarkup("chart", value => (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("svg") as string ?? "");
        _templates.AddMarkup("live", _ => isLive ? LiveScript.Element : "");
    }

    /// <summary>Reads the templates.</summary>
    /// <param name="options">Those of the team.</param>
    /// <param name="diagnostics">Takes what is wrong with them.</param>
    public static ReportTemplates Read(ReportOptions options, DiagnosticBag diagnostics) => Read(options, diagnostics, []);

    /// <param name="options">Those of the team.</param>
    /// <param name="diagnostics">Takes what is wrong with them.</param>
    /// <param name="more">Names of built-in templates that nobody can replace.</param>
    internal static ReportTemplates Read(ReportOptions options, DiagnosticBag diagnostics, params ReadOnlySpan<string> more)
    {
        var own = options.Templates.ToDictionary(t => t.Path.Split('/')[^1], StringComparer.Ordinal);
        foreach (var (name, source) in own.Where(t => !Names.Contains(t.Key) && t.Key is not ['_', ..]).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var near = Suggestions.Nearest(name, Names) is { } known ? $" Did you mean {known}?" : "";
            diagnostics.Report(ReportDiagnostics.UnknownTemplate, source.StartOfFile, $"{name} replaces no template of the report.{near}");
        }

        var sources = Names.Select(name => own.GetValueOrDefault(name) ?? new SourceText(name, BuiltIn(name))).ToList();
        var parts = own.Where(t => t.Key is ['_', ..] && t.Key.EndsWith(".hbs", StringComparison.Ordinal)).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value);
        var style = sources[Names.IndexOf(StyleSheet)].Content;
        var templates = new ReportTemplates(style, options.IsLive);
        foreach (var source in parts.Concat(sources.Where((_, i) => Names[i] != StyleSheet)))
        {
            templates._templates.Add(Path.GetFileNameWithoutExtension(source.Path), source, diagnostics);
        }

        foreach (var name in more)
        {
            templates._templates.Add(Path.GetFileNameWithoutExtension(name), new SourceText(name, BuiltIn(name)), diagnostics);
        }

        return templates;
    }

    /// <summary>The built-in text of a template.</summary>
    public static string BuiltIn(string name)
    {
        using var stream = typeof(ReportTemplates).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Fills in a page.</summary>
    internal string? Write(string name, Dictionary<string, object?> model, DiagnosticBag diagnostics)
        => _templates.Write(name, model, diagnostics);

    private string Policy(string hash)
    {
        var live = _isLive ? $"; script-src 'nonce-{LiveScript.Nonce}'; connect-src 'self'" : "";
        return $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'{live}\">";
    }
}
