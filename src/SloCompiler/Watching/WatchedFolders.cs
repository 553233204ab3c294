using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Incremental;
using SloCompiler.Text.Paths;

namespace SloCompiler.Watching;

/// <summary>The folders that tell of changes to what a run saw.</summary>
internal static class WatchedFolders
{
    /// <summary>
    /// The project's own folder, and with all below it each of its folders in which something was seen: few, as the operating system
    /// has few listeners to give. What lies outside the project is left to looking.
    /// </summary>
    /// <param name="seen">What the run saw.</param>
    /// <param name="root">Absolute path of the project.</param>
    /// <param name="files">Knows which folders are there.</param>
    public static ImmutableArray<WatchedFolder> Of(ImmutableArray<Observation> seen, string root, IFileSystem files)
    {
        var children = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var observation in seen)
        {
            var folder = observation.Question == Question.Entries ? observation.Path : PathText.FolderOf(observation.Path);
            var inside = PathText.Relative(root, folder);
            if (inside != "." && !PathText.LeadsOut(inside))
            {
                children.Add(PathText.Combine(root, inside.Split('/')[0]));
            }
        }

        return [new WatchedFolder(root, false), .. children.Where(c => files.GetKind(c) == FileKind.Folder).Select(c => new WatchedFolder(c, true))];
    }
}
