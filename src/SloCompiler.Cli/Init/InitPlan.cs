using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Cli.Init;

/// <summary>A file of a new project.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">What it holds.</param>
internal sealed record InitFile(string Path, string Text);

/// <summary>What <c>slo init</c> writes into a folder, by what is there already.</summary>
/// <param name="Files">The files that are missing.</param>
/// <param name="Kept">Files that are there, which stay as they are.</param>
/// <param name="Problem">Why nothing is to be written, in a sentence; null where something may be.</param>
internal sealed record InitPlan(ImmutableArray<InitFile> Files, ImmutableArray<string> Kept, string? Problem)
{
    private const string SpecPath = "slo-specs/example.slo.yaml";
    private const string GitLabPath = ".gitlab-ci.yml";

    /// <summary>Looks at the working folder.</summary>
    public static InitPlan Of(IFileSystem files)
    {
        var project = ProjectLocator.Locate(files, []);
        if (project.ConfigPath is { } above && project.Root != files.WorkingFolder)
        {
            return new InitPlan([], [], $"{project.ToDisplay(above)} has the settings of this folder already. Run slo init where it is.");
        }

        if (Config(files, project) is not { } config)
        {
            return new InitPlan([], [], $"{ProjectLocation.ConfigName} is there, but cannot be read. Run slo check to see why.");
        }

        InitFile[] wanted =
        [
            new(ProjectLocation.ConfigName, InitTemplates.Settings),
            .. project.ConfigPath is null || HasRoomForExample(files, project, config) ? Example(project, config) : [],
            .. IsRootOfRepository(files) ? Pipeline(files) : [],
        ];
        bool IsThere(InitFile file) => files.GetKind(PathText.Combine(files.WorkingFolder, file.Path)) != FileKind.Missing;
        return new InitPlan([.. wanted.Where(f => !IsThere(f))], [.. wanted.Where(IsThere).Select(f => f.Path)], null);
    }

    private static ProjectConfig? Config(IFileSystem files, ProjectLocation project)
    {
        if (project.ConfigPath is not { } path)
        {
            return ProjectConfig.Default;
        }

        var problems = new DiagnosticBag();
        var source = files.Read(project.ToAbsolute(path), YamlLimits.MaxFileSize).Value is { } bytes ? SourceTextReader.Decode(path, bytes, problems) : null;
        var config = source is null ? null : ProjectConfigReader.Read(source, problems);
        return problems.HasErrors ? null : config;
    }

    // Where specs or catalogues are, an example would only be in the way; where settings look elsewhere, nobody would find it.
    private static bool HasRoomForExample(IFileSystem files, ProjectLocation project, ProjectConfig config)
        => new FileFinder(files).FindMatches(project.Root, config.Specs.Concat(config.Catalogues)).IsEmpty
            && config.Specs.Any(glob => new GlobPattern(glob).IsMatch(SpecPath));

    private static ImmutableArray<InitFile> Example(ProjectLocation project, ProjectConfig config)
    {
        var isNew = project.ConfigPath is null;
        var pattern = isNew ? "slo-specs/runbooks/{runbook}.md" : config.RunbookFiles?.Value;
        var hasName = isNew || ((config.RunbookFiles ?? config.RunbookUrl)?.Value is { } known && !known.Contains("{slo}", StringComparison.Ordinal));
        var runbook = hasName ? InitTemplates.RunbookName : $"https://runbooks.example.org/{InitTemplates.RunbookName}";
        var page = hasName ? pattern?.Replace("{service}", "example", StringComparison.Ordinal).Replace("{runbook}", InitTemplates.RunbookName, StringComparison.Ordinal) : null;
        return
        [
            new InitFile(SpecPath, InitTemplates.Spec.Replace("RUNBOOK", runbook, StringComparison.Ordinal)),
            new InitFile("slo-specs/example.metrics.yaml", InitTemplates.Catalogue),
            .. page is null ? Array.Empty<InitFile>() : [new InitFile(page, InitTemplates.Runbook)],
        ];
    }

    // Hooks and pipelines are looked for in the root of a repository only.
    private static bool IsRootOfRepository(IFileSystem files)
    {
        var folder = files.WorkingFolder;
        for (var parent = PathText.FolderOf(folder); parent != folder; (folder, parent) = (parent, PathText.FolderOf(parent)))
        {
            if (HasGit(folder))
            {
                return folder == files.WorkingFolder;
            }
        }

        return true;
        bool HasGit(string place) => files.GetKind(PathText.Combine(place, ".git")) != FileKind.Missing;
    }

    private static ImmutableArray<InitFile> Pipeline(IFileSystem files)
    {
        var isGitLab = files.GetKind(PathText.Combine(files.WorkingFolder, GitLabPath)) != FileKind.Missing;
        return
        [
            new InitFile(".pre-commit-config.yaml", InitTemplates.PreCommit),
            isGitLab ? new InitFile(".gitlab/slo.gitlab-ci.yml", InitTemplates.GitLab) : new InitFile(".github/workflows/slo.yml", InitTemplates.GitHub),
        ];
    }
}
