using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Output;

/// <summary>Says whether the output on disk is that of the specs, and how it differs.</summary>
public static class OutputChecker
{
    private const int MostDiffLines = 40;
    private const int MostDiffs = 5;

    /// <summary>The differences; nothing is written.</summary>
    public static OutputReport Check(CompilationResult result, IFileSystem files)
    {
        if (result.HasErrors || result.Target is not { } target)
        {
            return new OutputReport([], 0, []);
        }

        var diagnostics = new DiagnosticBag();
        var changes = new OutputComparison(files, target).Compare(result.Files, diagnostics);
        var stale = changes.Count(c => c.Kind != OutputChangeKind.Orphaned);
        return new OutputReport(changes, result.Files.Length - stale, diagnostics.ToImmutable());
    }

    /// <summary>The differences for people: a list of files, then unified diffs of limited length.</summary>
    public static string Describe(ImmutableArray<OutputChange> changes, OutputTarget target)
    {
        var text = new System.Text.StringBuilder();
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
            text.Append(UnifiedDiff.Of(change.OldText, change.NewText, MostDiffLines));
        }

        if (changed.Count > MostDiffs)
        {
            text.Append("\n… and ").Append(changed.Count - MostDiffs).Append(" more changed files\n");
        }

        return text.Append("\nRun slo compile to bring it up to date.\n").ToString();
    }

    private static string Word(OutputChangeKind kind) => kind switch
    {
        OutputChangeKind.Missing => "missing",
        OutputChangeKind.Changed => "changed",
        OutputChangeKind.Orphaned => "orphaned",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
