using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Text.Paths;

namespace SloCompiler.Input;

/// <summary>Finds the project that paths belong to: the nearest folder upwards that holds <c>slo.yaml</c>.</summary>
public static class ProjectLocator
{
    /// <summary>
    /// The project of the first path, or of the working folder where no path is given. The search ends at the root of a
    /// repository; without settings the project is the working folder.
    /// </summary>
    public static ProjectLocation Locate(IFileSystem files, ImmutableArray<string> paths)
    {
        var working = files.WorkingFolder;
        var start = paths.IsEmpty ? working : PathText.Combine(working, paths[0]);
        var folder = files.GetKind(start) == FileKind.Folder ? start : PathText.FolderOf(start);
        while (true)
        {
            if (files.GetKind(PathText.Combine(folder, ProjectLocation.ConfigName)) == FileKind.File)
            {
                return new ProjectLocation(folder, working, ProjectLocation.ConfigName);
            }

            var parent = PathText.FolderOf(folder);
            if (parent == folder || files.GetKind(PathText.Combine(folder, ".git")) != FileKind.Missing)
            {
                return new ProjectLocation(working, working, null);
            }

            folder = parent;
        }
    }
}
