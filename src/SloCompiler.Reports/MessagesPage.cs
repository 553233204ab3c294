using SloCompiler.BackEnds;
using SloCompiler.Reports.Model;
using SloCompiler.Templating;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Reports;

/// <summary>The page of a preview that shows what the check says beside the lines that it is about.</summary>
public static class MessagesPage
{
    /// <summary>Path of the page.</summary>
    public const string Path = "messages.html";

    private const string Template = "messages";

    /// <summary>The page.</summary>
    public static OutputFile Of(CompilationResult result)
    {
        var problems = new DiagnosticBag();
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["generated"] = GeneratedMarker.FromAllSpecs,
            ["report_title"] = "What the check says",
            ["root"] = "/",
            ["is_live"] = true,
            ["summary"] = Summary(result),
            ["files"] = result.Diagnostics.GroupBy(d => d.Span.Source.Path, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => File([.. g], result)).ToList(),
        };
        var templates = ReportTemplates.Read(new ReportOptions { IsLive = true }, problems, Template + ".hbs");
        return new OutputFile(Path, templates.Write(Template, model, problems) ?? "");
    }

    /// <summary>How the specs stand, for every page.</summary>
    /// <param name="result">What compiling gave.</param>
    /// <param name="isStale">Whether pages are of an earlier compilation.</param>
    public static string Banner(CompilationResult result, bool isStale)
    {
        var stale = isStale ? " The pages of objectives are of the last specs without errors." : "";
        return $"<aside class=\"live\" aria-label=\"Check\"><a href=\"/{Path}\">{HtmlText.Escape(Summary(result))}</a>{stale}</aside>";
    }

    private static string Summary(CompilationResult result) => Findings.Summary(result.Diagnostics) ?? "no findings";

    private static Dictionary<string, object?> File(IReadOnlyList<Diagnostic> findings, CompilationResult result)
    {
        var source = findings[0].Span.Source;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["path"] = source.Path,
            ["lines"] = SourceLines.Around(source, findings, result.Project),
        };
    }
}
