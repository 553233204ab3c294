using System.Collections.Immutable;
using System.Text;
using SloCompiler.BackEnds;
using SloCompiler.Diagnostics;
using SloCompiler.Files;
using SloCompiler.Incremental;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Output;

/// <summary>Compares the output folder with what the specs give, byte by byte. Never follows a link out of the folder.</summary>
public sealed class OutputComparison(IFileSystem files, OutputTarget target)
{
    private const int FileLimit = 256 * 1024 * 1024;

    /// <summary>The differences by ordinal order of their paths; links and unreadable files are reported.</summary>
    public ImmutableArray<OutputChange> Compare(ImmutableArray<OutputFile> outputs, DiagnosticBag diagnostics)
    {
        var changes = outputs.Select(output => CompareOne(output, diagnostics)).OfType<OutputChange>();
        var orphans = target.IsComplete && !outputs.IsEmpty && !diagnostics.HasErrors ? FindOrphans([.. outputs.Select(o => o.Path)]) : [];
        return [.. changes.Concat(orphans).OrderBy(c => c.Path, StringComparer.Ordinal)];
    }

    /// <summary>Whether the output folder holds exactly the files of an earlier run.</summary>
    internal bool IsUpToDate(ImmutableArray<RememberedFile> outputs, Workers workers)
        => workers.Map(outputs, file => IsAsRemembered(file) ? file : null).All(file => file is not null)
            && (!target.IsComplete || outputs.IsEmpty || !FindOrphans([.. outputs.Select(o => o.Path)]).Any());

    private bool IsAsRemembered(RememberedFile file)
        => FindLink(file.Path) is null
            && files.Read(PathText.Combine(target.Folder, file.Path), FileLimit).Value is { } bytes
            && Observation.HashOf(bytes) == file.Hash;

    private OutputChange? CompareOne(OutputFile output, DiagnosticBag diagnostics)
    {
        if (FindLink(output.Path) is { } link)
        {
            Report(ProjectDiagnostics.OutputThroughLink, output.Path, $"{link} is a link.", diagnostics);
            return null;
        }

        var current = files.Read(PathText.Combine(target.Folder, output.Path), FileLimit);
        if (current.Problem is { Kind: not FileProblemKind.NotFound } problem)
        {
            Report(TextDiagnostics.OutputNotWritable, output.Path, $"{target.ToDisplay(output.Path)} {problem.Message}.", diagnostics);
            return null;
        }

        if (current.Value is not { } bytes)
        {
            return new OutputChange(output.Path, OutputChangeKind.Missing, "", output.Text);
        }

        return bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(output.Text))
            ? null
            : new OutputChange(output.Path, OutputChangeKind.Changed, Encoding.UTF8.GetString(bytes), output.Text);
    }

    private string? FindLink(string outputPath)
    {
        var path = PathText.Combine(target.Folder, outputPath);
        for (; path.Length > target.Boundary.Length; path = PathText.FolderOf(path))
        {
            if (files.IsLink(path))
            {
                return PathText.Combine(target.Display, PathText.Relative(target.Folder, path));
            }
        }

        return null;
    }

    // Only folders that we write to are searched, and only files that say that we wrote them count.
    private IEnumerable<OutputChange> FindOrphans(ImmutableArray<string> outputs)
    {
        var expected = outputs.ToHashSet(StringComparer.Ordinal);
        var folders = outputs.Select(o => o.Split('/')).Where(p => p.Length > 1).Select(p => p[0])
            .Concat(BackEndCatalog.All.Select(b => b.Name))
            .Distinct(StringComparer.Ordinal);
        var finder = new FileFinder(files);
        var inFolders = folders.Where(f => !files.IsLink(PathText.Combine(target.Folder, f))).SelectMany(f => finder.Below(target.Folder, f));
        var atTop = (files.List(target.Folder).Value ?? []).Where(e => e is { Kind: FileKind.File, IsLink: false }).Select(e => e.Name);
        var extensions = outputs.Select(o => Path.GetExtension(o)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in inFolders.Concat(atTop).Where(p => !expected.Contains(p) && extensions.Contains(Path.GetExtension(p))))
        {
            var content = files.Read(PathText.Combine(target.Folder, path), FileLimit);
            if (content.Value is { } bytes && Encoding.UTF8.GetString(bytes) is var text && GeneratedMarker.IsIn(text))
            {
                yield return new OutputChange(path, OutputChangeKind.Orphaned, text, "");
            }
        }
    }

    private void Report(DiagnosticDescriptor descriptor, string outputPath, string message, DiagnosticBag diagnostics)
        => diagnostics.Report(descriptor, target.PlaceOf(outputPath), message);
}
