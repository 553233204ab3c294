using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Input;
using SloCompiler.Language.Project;
using SloCompiler.Text;

namespace SloCompiler;

/// <summary>Tells of a compilation what was read and which settings hold.</summary>
internal static class RunFacts
{
    /// <summary>Tells all of it.</summary>
    public static void Tell(RunProgress progress, CompilationRequest request, ProjectLocation project, ProjectConfig config, InputTexts texts)
    {
        progress.Tell("settings", project.ConfigPath is { } path ? project.ToDisplay(path) : "no slo.yaml, so every setting has its default");
        progress.Tell("specs", Files(texts.Specs, request, config.Specs));
        progress.Tell("catalogues", Files(texts.Catalogues, request, config.Catalogues));
        if (request.CheckRules)
        {
            progress.Tell("rules", Files(texts.Rules, request, config.Rules));
            progress.Tell("dashboards", Files(texts.Dashboards, request, config.Dashboards));
        }

        progress.Tell("window", config.DefaultWindow.Text);
        progress.Tell("prometheus", $"version {config.Prometheus.Release}, a scrape every {config.ScrapeInterval}");
        progress.Tell("output", request.Output ?? config.Output);
        progress.Tell("threads", (request.Threads ?? Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture));
    }

    private static string Files(ImmutableArray<SourceText> texts, CompilationRequest request, ImmutableArray<string> globs)
    {
        var characters = texts.Sum(t => (long)t.Content.Length);
        var from = !request.Paths.IsEmpty ? string.Join(", ", request.Paths) : globs.IsEmpty ? "no pattern" : string.Join(", ", globs);
        return string.Create(CultureInfo.InvariantCulture, $"{texts.Length:#,0} {(texts.Length == 1 ? "file" : "files")}, {characters:#,0} characters, from {from}");
    }
}
