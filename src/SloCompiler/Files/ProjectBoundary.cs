using SloCompiler.Text.Paths;

namespace SloCompiler.Files;

/// <summary>Tells what is in a project from what only seems to be: paths and links that lead out of it.</summary>
/// <param name="files">Knows the links.</param>
/// <param name="root">Absolute path of the project.</param>
public sealed class ProjectBoundary(IFileSystem files, string root)
{
    private const int MostLinks = 16;

    /// <summary>Whether a path, links followed, stays in the project.</summary>
    /// <param name="projectPath">Relative to the project.</param>
    public bool Holds(string projectPath) => Holds(projectPath, MostLinks);

    private bool Holds(string projectPath, int links)
    {
        if (PathText.LeadsOut(projectPath) || links == 0)
        {
            return false;
        }

        var path = root;
        var parts = PathText.Normalize(projectPath).Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            path = PathText.Combine(path, parts[i]);
            if (files.IsLink(path) && files.LinkTarget(path) is { } target)
            {
                return Holds(PathText.Combine(PathText.Relative(root, target), string.Join('/', parts[(i + 1)..])), links - 1);
            }
        }

        return true;
    }
}
