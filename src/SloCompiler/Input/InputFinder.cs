using System.Collections.Immutable;
using SloCompiler.Diagnostics;
using SloCompiler.Files;
using SloCompiler.Language.Project;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Input;

/// <summary>The files that a run reads, as paths in the project.</summary>
/// <param name="Project">The project, which now knows how given paths were written.</param>
/// <param name="Specs">Spec files by ordinal order.</param>
/// <param name="Catalogues">Metrics catalogues by ordinal order.</param>
/// <param name="Rules">Rule files by ordinal order.</param>
/// <param name="Dashboards">Dashboards by ordinal order.</param>
/// <param name="Named">Files that were named, and are specs, rule files or dashboards by their content.</param>
/// <param name="Found">Files in named folders that are specs of other languages, rule files or dashboards by their content, or nothing that is read.</param>
/// <param name="Reported">The files whose findings are wanted; null for all.</param>
public sealed record InputFiles(
    ProjectLocation Project,
    ImmutableArray<string> Specs,
    ImmutableArray<string> Catalogues,
    ImmutableArray<string> Rules,
    ImmutableArray<string> Dashboards,
    ImmutableArray<string> Named,
    ImmutableArray<string> Found,
    IReadOnlySet<string>? Reported)
{
    /// <summary>Whether rule files and dashboards are wanted too.</summary>
    public bool WithRules { get; init; } = true;
}

/// <summary>Finds specs and catalogues, through the patterns of the settings or the paths of the command line.</summary>
public sealed class InputFinder(IFileSystem files, ProjectLocation project, ProjectConfig config)
{
    private static readonly string[] SpecSuffixes = [".slo.yaml", ".slo.yml"];
    private static readonly string[] CatalogueSuffixes = [".metrics.yaml", ".metrics.yml"];
    private readonly FileFinder _finder = new(files);

    /// <summary>Finds the files; missing paths are reported.</summary>
    /// <param name="request">The paths, and what else is wanted.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public InputFiles Find(CompilationRequest request, DiagnosticBag diagnostics)
    {
        var given = new GivenFiles();
        foreach (var path in request.Paths)
        {
            AddGiven(path, given, diagnostics);
        }

        var isWhole = request.Paths.IsEmpty || request.WithProject;
        var catalogues = FindMatches(config.Catalogues, diagnostics).Concat(given.Written.Keys.Where(IsCatalogue));
        var specs = (isWhole ? FindMatches(config.Specs, diagnostics) : []).Concat(given.Written.Keys.Where(IsSpec)).ToHashSet(StringComparer.Ordinal);
        var rules = (isWhole && request.CheckRules ? FindMatches(config.Rules, diagnostics) : []).ToHashSet(StringComparer.Ordinal);
        var dashboards = (isWhole && request.CheckRules ? FindMatches(config.Dashboards, diagnostics) : []).ToHashSet(StringComparer.Ordinal);
        var named = given.Named.Where(p => !IsSpec(p) && !IsCatalogue(p) && p != project.ConfigPath && !rules.Contains(p) && !dashboards.Contains(p));
        if (!request.CheckRules)
        {
            specs.UnionWith(named);
            named = [];
        }

        return new InputFiles(
            project with { GivenPaths = given.Written },
            Distinct(specs),
            Distinct(catalogues),
            Distinct(rules.Except(specs)),
            Distinct(dashboards.Except(specs).Except(rules)),
            Distinct(named.Except(specs)),
            Distinct(given.Found.Where(p => p != project.ConfigPath).Except(specs).Except(rules).Except(dashboards).Except(given.Named)),
            request.Paths.IsEmpty ? null : given.Written.Keys.ToHashSet(StringComparer.Ordinal))
        {
            WithRules = request.CheckRules,
        };
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> paths)
        => [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsCatalogue(string path) => CatalogueSuffixes.Any(s => path.EndsWith(s, StringComparison.Ordinal));

    private static bool IsSpec(string path) => SpecSuffixes.Any(s => path.EndsWith(s, StringComparison.Ordinal));

    private ImmutableArray<string> FindMatches(ImmutableArray<string> patterns, DiagnosticBag diagnostics)
    {
        foreach (var pattern in patterns.Where(PathText.LeadsOut))
        {
            var place = new SourceText(project.ConfigPath ?? ".", "").StartOfFile;
            diagnostics.Report(ProjectDiagnostics.InputOutsideProject, place, $"The pattern \"{pattern}\" leads out of the project.");
        }

        return _finder.FindMatches(project.Root, patterns.Where(p => !PathText.LeadsOut(p)));
    }

    private void AddGiven(string path, GivenFiles given, DiagnosticBag diagnostics)
    {
        var written = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        var projectPath = project.ToProjectPath(written);
        switch (files.GetKind(project.ToAbsolute(projectPath)))
        {
            case FileKind.File:
                given.Written[projectPath] = written;
                given.Named.Add(projectPath);
                break;
            case FileKind.Folder:
                foreach (var file in _finder.Below(project.ToAbsolute(projectPath), "."))
                {
                    var inProject = PathText.Combine(projectPath, file);
                    var isKnown = IsSpec(file) || IsCatalogue(file);
                    if (isKnown || RuleFileDetector.IsCandidate(file))
                    {
                        given.Written[inProject] = written == "." ? file : $"{written.TrimEnd('/')}/{file}";
                        _ = isKnown || given.Found.Add(inProject);
                    }
                }

                break;
            default:
                diagnostics.Report(
                    TextDiagnostics.FileNotFound,
                    new SourceText(projectPath, "").StartOfFile,
                    $"{written} does not exist.{NearestTo(written, projectPath)}");
                break;
        }
    }

    private string NearestTo(string written, string projectPath)
    {
        var path = project.ToAbsolute(projectPath);
        var folder = PathText.FolderOf(path);
        var entries = files.List(folder).Value ?? [];
        return Suggestions.Nearest(path[(path.LastIndexOf('/') + 1)..], entries.Select(e => e.Name)) is { } near
            ? $" Did you mean {written[..(written.TrimEnd('/').LastIndexOf('/') + 1)]}{near}?"
            : "";
    }

    /// <summary>What the paths of the command line lead to.</summary>
    private sealed class GivenFiles
    {
        /// <summary>Every file as written, by its path in the project.</summary>
        public Dictionary<string, string> Written { get; } = new(StringComparer.Ordinal);

        /// <summary>Files that were named themselves.</summary>
        public SortedSet<string> Named { get; } = new(StringComparer.Ordinal);

        /// <summary>Files in named folders that may hold rules, or specs of other languages.</summary>
        public SortedSet<string> Found { get; } = new(StringComparer.Ordinal);
    }
}
