using System.Collections.Immutable;
using System.Text;
using SloCompiler.Checks.Rules.Runbooks;
using SloCompiler.Files;
using SloCompiler.Language.Model;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Printing;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Runbooks;

/// <summary>Whether the file of a runbook is as it should be.</summary>
public enum RunbookStatus
{
    /// <summary>It is there, with the right generated block.</summary>
    Current,

    /// <summary>Its generated block is not what the specs give, or is not there.</summary>
    Stale,

    /// <summary>It is not there.</summary>
    Missing,
}

/// <summary>The file of a runbook.</summary>
/// <param name="Path">Relative to the project.</param>
/// <param name="Status">Whether it is as it should be.</param>
/// <param name="NewText">What it should hold.</param>
public sealed record RunbookPage(string Path, RunbookStatus Status, string NewText);

/// <summary>The runbooks of a project as they are and as they should be.</summary>
public static class RunbookPages
{
    /// <summary>The pages by ordinal order of their paths; none where the settings name no files or the specs have no plan.</summary>
    public static ImmutableArray<RunbookPage> Of(CompilationResult result, IFileSystem files)
    {
        if (result.Specs is not { Config.RunbookFiles.Value: var pattern } specs || result.Plan is null)
        {
            return [];
        }

        var boundary = new ProjectBoundary(files, result.Project.Root);
        var uses = RunbookReference.AllOf(specs).Where(r => boundary.Holds(r.PathBy(pattern))).GroupBy(r => r.PathBy(pattern), StringComparer.Ordinal);
        return [.. uses.OrderBy(g => g.Key, StringComparer.Ordinal).Select(group => PageOf(group.Key, [.. group], result, files))];
    }

    private static RunbookPage PageOf(string path, ImmutableArray<RunbookReference> uses, CompilationResult result, IFileSystem files)
    {
        var links = RunbookTemplates.WriteLinks([.. uses.Select(use => ModelOf(use, result))]);
        if (files.Read(result.Project.ToAbsolute(path), YamlLimits.MaxFileSize).Value is not { } bytes)
        {
            var skeleton = RunbookTemplates.WriteSkeleton(TitleOf(uses[0]));
            return new RunbookPage(path, RunbookStatus.Missing, GeneratedBlock.Replace(skeleton, links));
        }

        var current = Encoding.UTF8.GetString(bytes);
        var wanted = GeneratedBlock.Replace(current, links);
        return new RunbookPage(path, current == wanted ? RunbookStatus.Current : RunbookStatus.Stale, wanted);
    }

    private static string TitleOf(RunbookReference use)
    {
        var words = use.Name.Split('/')[^1].Replace('-', ' ');
        return words.Length == 0 ? use.Service : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static Dictionary<string, object?> ModelOf(RunbookReference use, CompilationResult result)
    {
        var service = result.Plan?.Services.FirstOrDefault(s => s.Service == use.Service);
        var slo = service?.Slos.FirstOrDefault(s => s.Name == use.Slo);
        var grafana = result.Plan?.Project.GrafanaUrl;
        var alert = AlertOf(use, result.Specs);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["purpose"] = AlertName(use),
            ["service"] = use.Service,
            ["slo"] = slo?.Name,
            ["objective"] = slo?.ObjectiveText,
            ["window"] = slo?.Window.Text,
            ["bad"] = slo?.BadInWords,
            ["total"] = slo?.TotalInWords,
            ["expression"] = alert is null ? null : PromQlPrinter.Print(alert.Expr.Expr),
            ["dashboard"] = grafana is null ? null : $"{grafana}/d/{DashboardUid.ForService(use.Service)}",
            ["spec"] = use.Runbook.Span.Source.Path,
        };
    }

    private static string AlertName(RunbookReference use) => use.Purpose switch
    {
        "page" or "ticket" => $"{SeriesNames.BurnAlert} ({use.Purpose})",
        "no_data" => SeriesNames.NoDataAlert,
        _ => use.Purpose,
    };

    private static ThresholdAlert? AlertOf(RunbookReference use, SpecSet? specs)
        => specs?.Services.FirstOrDefault(s => s.Name.Value == use.Service)?.Alerts.FirstOrDefault(a => $"alert {a.Name.Value}" == use.Purpose);
}
