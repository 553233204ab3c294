using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Formatting;

/// <summary>The files to look at.</summary>
/// <param name="Project">The project, which knows how given paths were written.</param>
/// <param name="Named">Paths in the project that the user or the settings name: formatted whatever they hold.</param>
/// <param name="Found">YAML files in folders: formatted if they hold rules, a spec, settings or a catalogue.</param>
/// <param name="IsWholeProject">Whether no path was given, so that compiled files are the compiler's business.</param>
internal sealed record FormatInputs(
    ProjectLocation Project,
    ImmutableSortedSet<string> Named,
    ImmutableSortedSet<string> Found,
    bool IsWholeProject)
{
    private static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Finds the files; missing paths are reported.</summary>
    public static FormatInputs Find(IFileSystem files, FormatRequest request, DiagnosticBag diagnostics)
    {
        var project = ProjectLocator.Locate(files, request.Paths);
        var finder = new FileFinder(files);
        if (request.Paths.IsEmpty)
        {
            var config = ReadConfig(files, project);
            var named = finder.FindMatches(project.Root, config.Specs.Concat(config.Catalogues).Where(p => !PathText.LeadsOut(p)));
            return new FormatInputs(project, None.Union(named), None.Union(finder.Below(project.Root, ".").Where(IsYaml)), IsWholeProject: true);
        }

        var given = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var inputs = new FormatInputs(project, None, None, IsWholeProject: false);
        foreach (var path in request.Paths)
        {
            inputs = inputs.Add(path, files, finder, given, diagnostics);
        }

        return inputs with { Project = project with { GivenPaths = given } };
    }

    private static ProjectConfig ReadConfig(IFileSystem files, ProjectLocation project)
    {
        // What is wrong with the settings is reported where they are formatted.
        var ignored = new DiagnosticBag();
        var path = project.ConfigPath;
        var source = path is null ? [] : new SourceLoader(files, project, new Workers(1)).Load([path], ignored);
        return source is [var text] ? new StageGuard(ignored).Run("settings", () => ProjectConfigReader.Read(text, ignored)) ?? ProjectConfig.Default : ProjectConfig.Default;
    }

    private static bool IsYaml(string path)
        => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);

    private FormatInputs Add(
        string path,
        IFileSystem files,
        FileFinder finder,
        SortedDictionary<string, string> given,
        DiagnosticBag diagnostics)
    {
        var written = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        var projectPath = Project.ToProjectPath(written);
        switch (files.GetKind(Project.ToAbsolute(projectPath)))
        {
            case FileKind.File:
                given[projectPath] = written;
                return this with { Named = Named.Add(projectPath) };
            case FileKind.Folder:
                var below = finder.Below(Project.ToAbsolute(projectPath), ".").Where(IsYaml).ToList();
                foreach (var file in below)
                {
                    given[PathText.Combine(projectPath, file)] = written == "." ? file : $"{written.TrimEnd('/')}/{file}";
                }

                return this with { Found = Found.Union(below.Select(file => PathText.Combine(projectPath, file))) };
            default:
                diagnostics.Report(TextDiagnostics.FileNotFound, new SourceText(projectPath, "").StartOfFile, $"{written} does not exist.");
                return this;
        }
    }
}
