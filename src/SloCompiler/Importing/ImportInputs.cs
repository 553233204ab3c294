using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Importing;

/// <summary>What an import reads.</summary>
/// <param name="Project">The project.</param>
/// <param name="Config">Its settings, with native rules whatever its profile.</param>
/// <param name="Catalogue">What is known of metrics.</param>
/// <param name="Texts">The foreign specs, or the rule files, by ordinal order of their paths.</param>
internal sealed record ImportInputs(ProjectLocation Project, ProjectConfig Config, MetricsCatalogue Catalogue, ImmutableArray<SourceText> Texts)
{
    /// <summary>Reads them; what is missing or wrong is reported.</summary>
    public static ImportInputs Read(ImportRequest request, IFileSystem files, DiagnosticBag diagnostics)
    {
        var located = ProjectLocator.Locate(files, request.Paths);
        var config = ReadConfig(located, request, files, diagnostics);
        var isRules = request.Tool == ImportTool.Rules;
        var wanted = new CompilationRequest { Paths = request.Paths, CheckRules = isRules, Threads = request.Threads };
        var inputs = new InputFinder(files, located, config).Find(wanted, diagnostics);
        var texts = InputTexts.Load(files, inputs, request.Workers, diagnostics);
        var mine = isRules ? texts.Rules : [.. texts.Specs.Where(t => IsOf(request.Tool, t.Content))];
        if (mine.IsEmpty && !diagnostics.HasErrors)
        {
            var place = request.Paths.IsEmpty ? located.ConfigPath ?? "." : located.ToProjectPath(request.Paths[0]);
            var where = request.Paths.IsEmpty ? "the project" : string.Join(", ", request.Paths);
            diagnostics.Report(new Diagnostic(
                TextDiagnostics.SpecsNotFound,
                new SourceText(place, "").StartOfFile,
                $"There is no {(isRules ? "rule file" : $"spec of {request.ToolName}")} in {where}.")
            {
                Help = "Name the files or folders to import.",
            });
        }

        var catalogue = texts.Catalogues.IsEmpty ? MetricsCatalogue.Empty : MetricsCatalogueReader.Read(texts.Catalogues, diagnostics);
        return new ImportInputs(inputs.Project, config, catalogue, [.. mine.OrderBy(t => t.Path, StringComparer.Ordinal)]);
    }

    private static ProjectConfig ReadConfig(ProjectLocation project, ImportRequest request, IFileSystem files, DiagnosticBag diagnostics)
    {
        var source = project.ConfigPath is { } path ? new SourceLoader(files, project, request.Workers.Unobserved).Load([path], diagnostics) : [];
        var config = source is [var text] ? ProjectConfigReader.Read(text, diagnostics) : ProjectConfig.Default;
        return config with { Profile = RuleProfile.Native };
    }

    private static bool IsOf(ImportTool tool, string content) => tool switch
    {
        ImportTool.Sloth => content.Contains("prometheus/v1", StringComparison.Ordinal) || content.Contains("sloth.slok.dev/", StringComparison.Ordinal),
        ImportTool.Pyrra => content.Contains("pyrra.dev/", StringComparison.Ordinal),
        ImportTool.OpenSlo => content.Contains("openslo/v", StringComparison.Ordinal) || content.Contains("openslo.com/v", StringComparison.Ordinal),
        ImportTool.Rules => false,
        _ => throw new ArgumentOutOfRangeException(nameof(tool)),
    };
}
