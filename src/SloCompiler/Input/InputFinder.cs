using System.Collections.Frozen;
using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Input;

/// <summary>The files that a run reads, as paths in the project.</summary>
/// <param name="Project">The project, which now knows how given paths were written.</param>
/// <param name="Specs">Spec files by ordinal order.</param>
/// <param name="Catalogues">Metrics catalogues by ordinal order.</param>
/// <param name="Reported">The files whose findings are wanted; null for all.</param>
public sealed record InputFiles(
    ProjectLocation Project,
    ImmutableArray<string> Specs,
    ImmutableArray<string> Catalogues,
    FrozenSet<string>? Reported);

/// <summary>Finds specs and catalogues, through the patterns of the settings or the paths of the command line.</summary>
public sealed class InputFinder(IFileSystem files, ProjectLocation project, ProjectConfig config)
{
    private static readonly string[] SpecSuffixes = [".slo.yaml", ".slo.yml"];
    private static readonly string[] CatalogueSuffixes = [".metrics.yaml", ".metrics.yml"];
    private readonly FileFinder _finder = new(files);

    /// <summary>Finds the files; missing paths and an empty result are reported.</summary>
    /// <param name="paths">Paths as given; none for the whole project.</param>
    /// <param name="withProject">Whether the project's other specs are read too, for references to them.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public InputFiles Find(ImmutableArray<string> paths, bool withProject, DiagnosticBag diagnostics)
    {
        var given = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            AddGiven(path, given, diagnostics);
        }

        var catalogues = _finder.FindMatches(project.Root, config.Catalogues).Concat(given.Keys.Where(IsCatalogue));
        var ofProject = paths.IsEmpty || withProject ? _finder.FindMatches(project.Root, config.Specs) : [];
        var specs = given.Keys.Where(path => !IsCatalogue(path) && path != project.ConfigPath).Concat(ofProject);
        var located = project with { GivenPaths = given.ToFrozenDictionary(StringComparer.Ordinal) };
        var found = new InputFiles(
            located,
            Distinct(specs),
            Distinct(catalogues),
            paths.IsEmpty ? null : given.Keys.ToFrozenSet(StringComparer.Ordinal));
        if (given.Count == 0 && (found.Specs.IsEmpty || !paths.IsEmpty) && !diagnostics.HasErrors)
        {
            ReportNothingFound(paths, diagnostics);
        }

        return found;
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> paths)
        => [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsCatalogue(string path) => CatalogueSuffixes.Any(s => path.EndsWith(s, StringComparison.Ordinal));

    private static bool IsSpec(string path) => SpecSuffixes.Any(s => path.EndsWith(s, StringComparison.Ordinal));

    private void AddGiven(string path, SortedDictionary<string, string> given, DiagnosticBag diagnostics)
    {
        var written = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        var projectPath = project.ToProjectPath(written);
        switch (files.GetKind(project.ToAbsolute(projectPath)))
        {
            case FileKind.File:
                given[projectPath] = written;
                break;
            case FileKind.Folder:
                foreach (var file in _finder.Below(project.ToAbsolute(projectPath), ".").Where(f => IsSpec(f) || IsCatalogue(f)))
                {
                    given[PathText.Combine(projectPath, file)] = written == "." ? file : $"{written.TrimEnd('/')}/{file}";
                }

                break;
            default:
                diagnostics.Report(
                    TextDiagnostics.FileNotFound,
                    new SourceText(projectPath, "").StartOfFile,
                    $"{written} does not exist.");
                break;
        }
    }

    private void ReportNothingFound(ImmutableArray<string> paths, DiagnosticBag diagnostics)
    {
        var place = project.ConfigPath ?? (paths.IsEmpty ? "." : project.ToProjectPath(paths[0]));
        var message = paths.IsEmpty
            ? $"No file matches {string.Join(", ", config.Specs)}."
            : $"No *.slo.yaml file is in {string.Join(", ", paths)}.";
        diagnostics.Report(TextDiagnostics.SpecsNotFound, new SourceText(place, "").StartOfFile, message);
    }
}
