using System.Collections.Immutable;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Output;

/// <summary>What writing did.</summary>
/// <param name="Changes">What was written or removed.</param>
/// <param name="Unchanged">Number of files that were right already.</param>
/// <param name="Diagnostics">What went wrong; nothing was written if a problem was known before the first write.</param>
public sealed record OutputReport(ImmutableArray<OutputChange> Changes, int Unchanged, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Brings the output folder up to date: each file is replaced as a whole, only if its bytes differ, and generated files that
/// nothing generates any more are removed. A compilation with errors writes nothing.
/// </summary>
public static class OutputWriter
{
    /// <summary>Writes the files of a compilation.</summary>
    public static OutputReport Write(CompilationResult result, IFileSystem files)
    {
        if (result.HasErrors || result.Target is not { } target)
        {
            return new OutputReport([], 0, []);
        }

        var diagnostics = new DiagnosticBag();
        Sweep(result.Files.Select(f => f.Path), target, files);
        var changes = new OutputComparison(files, target).Compare(result.Files, diagnostics);
        if (diagnostics.HasErrors)
        {
            return new OutputReport([], 0, diagnostics.ToImmutable());
        }

        var done = changes.TakeWhile(change => Apply(change, target, files, diagnostics)).ToImmutableArray();
        var touched = changes.Count(c => c.Kind != OutputChangeKind.Orphaned);
        return new OutputReport(done, result.Files.Length - touched, diagnostics.ToImmutable());
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

    // The first failure ends the run: with a full disk or a read-only folder the others would fail as well.
    private static bool Apply(OutputChange change, OutputTarget target, IFileSystem files, DiagnosticBag diagnostics)
    {
        var path = PathText.Combine(target.Folder, change.Path);
        var problem = change.Kind == OutputChangeKind.Orphaned
            ? files.Delete(path)
            : files.Write(path, Encoding.UTF8.GetBytes(change.NewText));
        if (problem is null)
        {
            return true;
        }

        var display = target.ToDisplay(change.Path);
        var why = files.GetKind(target.Folder) == FileKind.File ? $"{target.Display} is a file" : $"it {problem.Message}";
        diagnostics.Report(
            TextDiagnostics.OutputNotWritable,
            target.PlaceOf(change.Path),
            $"{display} cannot be {(change.Kind == OutputChangeKind.Orphaned ? "removed" : "written")}: {why}.");
        return false;
    }
}
