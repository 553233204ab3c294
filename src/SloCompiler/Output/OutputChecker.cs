using System.Collections.Immutable;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Output;

/// <summary>Says whether the output on disk is that of the specs, and how it differs.</summary>
public static class OutputChecker
{
    private const int MostDiffLines = 40;
    private const int MostDiffs = 5;

    /// <summary>The differences; nothing is written.</summary>
    /// <param name="result">What should be there.</param>
    /// <param name="files">Where to look.</param>
    /// <param name="threads">Most threads at once; null for as many as the machine has processors.</param>
    /// <param name="hashes">Whether the hashes of the files are wanted.</param>
    public static OutputReport Check(CompilationResult result, IFileSystem files, int? threads = null, bool hashes = false)
    {
        if (result.HasErrors || result.Target is not { } target)
        {
            return new OutputReport([], 0, []);
        }

        var diagnostics = new DiagnosticBag();
        var found = new OutputComparison(files, target, null, hashes).Compare(result.Files, new Workers(threads), diagnostics);
        var stale = found.Changes.Count(c => c.Kind != OutputChangeKind.Orphaned);
        return new OutputReport(found.Changes, result.Files.Length - stale, diagnostics.ToImmutable()) { Panels = found.Panels, Hashes = found.Hashes };
    }

    /// <summary>The differences for people: a list of files, then unified diffs of limited length.</summary>
    public static string Describe(ImmutableArray<OutputChange> changes, OutputTarget target, IFileSystem files)
    {
        var text = new StringBuilder();
        text.Append(target.Display).Append(" is not what the specs give:\n");
        foreach (var change in changes)
        {
            text.Append("  ").Append(Word(change.Kind).PadRight(9)).Append(target.ToDisplay(change.Path)).Append('\n');
        }

        var changed = changes.Where(c => c.Kind == OutputChangeKind.Changed).ToList();
        foreach (var change in changed.Take(MostDiffs))
        {
            var path = target.ToDisplay(change.Path);
            text.Append("\n--- ").Append(path).Append(" (on disk)\n+++ ").Append(path).Append(" (from the specs)\n");
            text.Append(UnifiedDiff.Of(TextOnDisk(PathText.Combine(target.Folder, change.Path), files), change.File?.Text ?? "", MostDiffLines));
        }

        if (changed.Count > MostDiffs)
        {
            text.Append("\n… and ").Append(changed.Count - MostDiffs).Append(" more changed files\n");
        }

        return text.Append("\nRun slo compile to bring it up to date.\n").ToString();
    }

    private static string TextOnDisk(string path, IFileSystem files) => Encoding.UTF8.GetString(files.Read(path, int.MaxValue).Value ?? []);

    private static string Word(OutputChangeKind kind) => kind switch
    {
        OutputChangeKind.Missing => "missing",
        OutputChangeKind.Changed => "changed",
        OutputChangeKind.Orphaned => "orphaned",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
