using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Diagnostics;
using SloCompiler.Files;
using SloCompiler.Incremental;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Output;

/// <summary>
/// Compares the output folder with what the specs give, byte by byte. Never follows a link out of the folder. Holds no more contents
/// than there are threads.
/// </summary>
/// <param name="files">The files of the machine.</param>
/// <param name="target">The output folder.</param>
/// <param name="batch">Gets the contents of files that differ; null where nothing is to be written.</param>
/// <param name="hashes">Whether somebody wants to know the hashes of the contents.</param>
internal sealed class OutputComparison(IFileSystem files, OutputTarget target, IFileBatch? batch = null, bool hashes = false)
{
    private const int FileLimit = 256 * 1024 * 1024;

    private readonly OutputBuffers _buffers = new();
    private volatile bool _isFull;

    /// <summary>The differences by ordinal order of their paths; links, unreadable files and what cannot be staged are reported.</summary>
    public OutputDifference Compare(ImmutableArray<OutputFile> outputs, Workers workers, DiagnosticBag diagnostics)
    {
        var compared = workers.Map(outputs, Compare);
        foreach (var one in compared)
        {
            diagnostics.ReportAll(one.Problems);
        }

        var orphans = target.IsComplete && !outputs.IsEmpty && !diagnostics.HasErrors ? FindOrphans([.. outputs.Select(o => o.Path)]) : [];
        return new OutputDifference(
            [.. compared.Select(c => c.Change).OfType<OutputChange>().Concat(orphans).OrderBy(c => c.Path, StringComparer.Ordinal)],
            compared.Sum(c => c.Panels),
            [.. compared.Select(c => c.Hash).OfType<RememberedFile>()]);
    }

    /// <summary>Whether the output folder holds exactly the files of an earlier run.</summary>
    public bool IsUpToDate(ImmutableArray<RememberedFile> outputs, Workers workers)
        => workers.Map(outputs, file => IsAsRemembered(file) ? file : null).All(file => file is not null)
            && (!target.IsComplete || outputs.IsEmpty || !FindOrphans([.. outputs.Select(o => o.Path)]).Any());

    private bool IsAsRemembered(RememberedFile file)
        => FindLink(file.Path) is null
            && files.Read(PathText.Combine(target.Folder, file.Path), FileLimit).Value is { } bytes
            && Observation.HashOf(bytes) == file.Hash;

    private ComparedFile Compare(OutputFile output)
    {
        var problems = new DiagnosticBag();
        try
        {
            return CompareContent(output, problems);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            new StageGuard(problems).Report($"output {output.Path}", exception);
            return new ComparedFile(null, null, 0, problems.ToImmutable());
        }
    }

    private ComparedFile CompareContent(OutputFile output, DiagnosticBag problems)
    {
        var buffer = _buffers.Fill(output);
        var change = FindLink(output.Path) is { } link
            ? Refuse(ProjectDiagnostics.OutputThroughLink, output, $"{link} is a link.", problems)
            : CompareContent(output, buffer.WrittenSpan, problems);
        var panels = PanelCounter.Count(output.Path, buffer.WrittenSpan);
        var hash = hashes ? new RememberedFile(output.Path, Observation.HashOf(buffer.WrittenSpan)) : null;
        _buffers.Return(buffer);
        return new ComparedFile(change, hash, panels, problems.ToImmutable());
    }

    private OutputChange? CompareContent(OutputFile output, ReadOnlySpan<byte> content, DiagnosticBag problems)
    {
        var path = PathText.Combine(target.Folder, output.Path);
        var holds = files.Holds(path, content);
        if (holds.Problem is { } problem)
        {
            return Refuse(TextDiagnostics.OutputNotWritable, output, $"{target.ToDisplay(output.Path)} {problem.Message}.", problems);
        }

        return holds.Value ? null
            : Stage(path, content) is { } failure ? Refuse(TextDiagnostics.OutputNotWritable, output, target.CannotWrite(output.Path, failure, files), problems)
            : new OutputChange(output.Path, files.GetKind(path) == FileKind.Missing ? OutputChangeKind.Missing : OutputChangeKind.Changed, output);
    }

    // After the first failure nothing will be put in its place, and with a full disk all others would fail as well.
    private FileProblem? Stage(string path, ReadOnlySpan<byte> content)
    {
        if (batch is null || _isFull)
        {
            return null;
        }

        var problem = batch.Stage(path, content);
        _isFull = problem is not null;
        return problem;
    }

    private OutputChange? Refuse(DiagnosticDescriptor descriptor, OutputFile output, string message, DiagnosticBag problems)
    {
        problems.Report(descriptor, target.PlaceOf(output.Path), message);
        return null;
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
            if (content.Value is { } bytes && GeneratedMarker.IsIn(bytes))
            {
                yield return new OutputChange(path, OutputChangeKind.Orphaned, null);
            }
        }
    }

    /// <summary>What was found of one file.</summary>
    private sealed record ComparedFile(OutputChange? Change, RememberedFile? Hash, int Panels, ImmutableArray<Diagnostic> Problems);
}

/// <summary>How the output folder differs from what the specs give.</summary>
/// <param name="Changes">The differences by ordinal order of their paths.</param>
/// <param name="Panels">Panels on the dashboards that the specs give, rows not counted.</param>
/// <param name="Hashes">The hashes of what the specs give, where they are wanted.</param>
internal sealed record OutputDifference(ImmutableArray<OutputChange> Changes, int Panels, ImmutableArray<RememberedFile> Hashes);
