using System.Collections.Immutable;
using SloCompiler.Incremental;
using SloCompiler.Text.Paths;

namespace SloCompiler.Watching;

/// <summary>The files for which a run is done again.</summary>
public static class InputChanges
{
    /// <summary>
    /// Absolute paths by ordinal order: files that differ or are gone, and files that are new in folders whose entries differ. A file that
    /// is now read for the first time has not changed.
    /// </summary>
    /// <param name="changed">What is no longer as the earlier run saw it.</param>
    /// <param name="before">What the earlier run saw.</param>
    /// <param name="after">What the later run saw.</param>
    public static ImmutableArray<string> Of(ImmutableArray<Observation> changed, ImmutableArray<Observation> before, ImmutableArray<Observation> after)
    {
        var folders = changed.Where(o => o.Question == Question.Entries).Select(o => o.Path).ToHashSet(StringComparer.Ordinal);
        var known = before.Where(o => o.Question == Question.Content).Select(o => o.Path).ToHashSet(StringComparer.Ordinal);
        var added = after.Where(o => o.Question == Question.Content && !known.Contains(o.Path) && folders.Contains(PathText.FolderOf(o.Path)));
        var files = changed.Where(o => o.Question != Question.Entries).Concat(added).Select(o => o.Path);
        return [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
