using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Incremental;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Output;

/// <summary>What writing did.</summary>
/// <param name="Changes">What was written or removed.</param>
/// <param name="Unchanged">Number of files that were right already.</param>
/// <param name="Diagnostics">What went wrong; nothing was written unless putting the last files in their places failed.</param>
public sealed record OutputReport(ImmutableArray<OutputChange> Changes, int Unchanged, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Panels on the dashboards of the compilation, rows not counted.</summary>
    public int Panels { get; init; }

    /// <summary>The hashes of all files of the compilation, where they were wanted.</summary>
    public ImmutableArray<RememberedFile> Hashes { get; init; } = [];
}

/// <summary>
/// Brings the output folder up to date: files whose bytes differ are written beside the old ones, all are put in their places when
/// all are whole, and generated files that nothing generates any more are removed. A compilation with errors writes nothing.
/// </summary>
public static class OutputWriter
{
    /// <summary>Writes the files of a compilation.</summary>
    /// <param name="result">What to write.</param>
    /// <param name="files">Where to write.</param>
    /// <param name="threads">Most threads at once; null for as many as the machine has processors.</param>
    /// <param name="hashes">Whether the hashes of the files are wanted.</param>
    public static OutputReport Write(CompilationResult result, IFileSystem files, int? threads = null, bool hashes = false)
    {
        if (result.HasErrors || result.Target is not { } target)
        {
            return new OutputReport([], 0, []);
        }

        var diagnostics = new DiagnosticBag();
        Sweep(result.Files.Select(f => f.Path), target, files);
        using var batch = files.BeginBatch();
        var found = new OutputComparison(files, target, batch, hashes).Compare(result.Files, new Workers(threads), diagnostics);
        if (!diagnostics.HasErrors && batch.Flush() is { } problem)
        {
            diagnostics.Report(TextDiagnostics.OutputNotWritable, target.PlaceOf("."), $"{target.Display} cannot be written: it {problem.Message}.");
        }

        if (diagnostics.HasErrors)
        {
            return new OutputReport([], 0, diagnostics.ToImmutable());
        }

        var done = found.Changes.TakeWhile(change => Apply(change, target, files, batch, diagnostics)).ToImmutableArray();
        var touched = found.Changes.Count(c => c.Kind != OutputChangeKind.Orphaned);
        return new OutputReport(done, result.Files.Length - touched, diagnostics.ToImmutable()) { Panels = found.Panels, Hashes = found.Hashes };
    }

    /// <summary>Removes what killed runs left beside the files of the output.</summary>
    internal static void Sweep(IEnumerable<string> outputs, OutputTarget target, IFileSystem files)
    {
        var folders = outputs.Select(o => PathText.FolderOf(PathText.Combine(target.Folder, o))).Distinct(StringComparer.Ordinal);
        foreach (var folder in folders.Where(f => files.GetKind(f) == FileKind.Folder))
        {
            files.SweepLeftovers(folder);
        }
    }

    // The first failure ends the run: in a read-only folder the others would fail as well.
    private static bool Apply(OutputChange change, OutputTarget target, IFileSystem files, IFileBatch batch, DiagnosticBag diagnostics)
    {
        var path = PathText.Combine(target.Folder, change.Path);
        var problem = change.Kind == OutputChangeKind.Orphaned ? files.Delete(path) : batch.Commit(path);
        if (problem is null)
        {
            return true;
        }

        var message = change.Kind == OutputChangeKind.Orphaned ? target.CannotRemove(change.Path, problem, files) : target.CannotWrite(change.Path, problem, files);
        diagnostics.Report(TextDiagnostics.OutputNotWritable, target.PlaceOf(change.Path), message);
        return false;
    }
}
