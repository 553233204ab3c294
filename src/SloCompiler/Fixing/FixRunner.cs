using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Checking;
using SloCompiler.Files;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Fixing;

/// <summary>
/// Applies the fixes of findings until a check finds nothing more to fix. Every round is checked before the next: a file that
/// would have an error that it did not have is left as it was.
/// </summary>
public sealed class FixRunner
{
    private const int MostRounds = 10;

    private readonly IFileSystem _files;
    private readonly Func<IFileSystem, CheckRun> _checkOf;
    private readonly CheckRequest _request;
    private readonly FixSafety _most;
    private readonly SortedDictionary<string, FileEdit> _edits = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _refused = new(StringComparer.Ordinal);

    private FixRunner(IFileSystem files, Func<IFileSystem, CheckRun> checkOf, CheckRequest request, FixSafety most)
    {
        _files = files;
        _checkOf = checkOf;
        _request = request;
        _most = most;
    }

    /// <summary>Checks and fixes. Writes nothing.</summary>
    /// <param name="files">The machine's files.</param>
    /// <param name="checkOf">Makes the check of some files.</param>
    /// <param name="request">The check; findings that it leaves out are not fixed, but their errors count.</param>
    /// <param name="most">The least safe fixes that are wanted.</param>
    public static FixResult Run(IFileSystem files, Func<IFileSystem, CheckRun> checkOf, CheckRequest request, FixSafety most)
        => new FixRunner(files, checkOf, request, most).Run();

    private FixResult Run()
    {
        var first = Check(_files);
        var current = first;
        for (var round = 0; round < MostRounds && TryEdit(Select(current)); round++)
        {
            current = CheckEdited(current);
            if (Worse(first, current) is { Count: > 0 } worse)
            {
                worse.ForEach(Drop);
                current = CheckEdited(current);
            }
        }

        return new FixResult(
            Select(current),
            [.. _edits.Values.Select(e => e.ToFile())],
            _edits.Values.Sum(e => e.Count),
            [.. _refused.Select(r => new FixRefusal(r.Key, r.Value))]);
    }

    private CompilationResult Check(IFileSystem files) => _checkOf(files).RunAll(_request);

    private CompilationResult Select(CompilationResult result) => _checkOf(_files).Select(result, _request);

    private CompilationResult CheckEdited(CompilationResult current)
        => Check(new EditedFiles(_files, _edits.ToDictionary(e => current.Project.ToAbsolute(e.Key), e => e.Value.NewBytes, StringComparer.Ordinal)));

    private bool TryEdit(CompilationResult current)
    {
        var fixes = TextEdits.WithoutCollisions(current.Diagnostics.Select(d => Wanted(d, current)).OfType<Fix>());
        foreach (var edits in fixes.SelectMany(f => f.Edits).GroupBy(e => e.Span.Source.Path, StringComparer.Ordinal))
        {
            var path = edits.Key;
            if (!_edits.TryGetValue(path, out var file))
            {
                _edits[path] = file = new FileEdit(edits.First().Span.Source, _files, current.Project);
            }

            file.Apply(edits, fixes.Count(f => f.Edits[0].Span.Source.Path == path));
        }

        return !fixes.IsEmpty;
    }

    private Fix? Wanted(Diagnostic finding, CompilationResult current)
    {
        if (finding.Fix is not { } fix || fix.Safety > _most || fix.Edits.Any(e => !IsOurs(e.Span.Source.Path)))
        {
            return null;
        }

        foreach (var source in fix.Edits.Select(e => e.Span.Source).Where(s => GeneratedMarker.IsIn(s.Content)))
        {
            _refused.TryAdd(source.Path, "it is generated; correct what it is generated from");
        }

        return fix.Edits.Any(e => _refused.ContainsKey(e.Span.Source.Path)) ? null : fix;

        bool IsOurs(string path) => path == finding.Span.Source.Path || current.Checked.Contains(path);
    }

    // Counted by kind, because messages tell of what was fixed.
    private List<(string Path, Diagnostic? Error)> Worse(CompilationResult first, CompilationResult current)
    {
        var before = Errors(first).CountBy(Key).ToDictionary();
        var worse = Errors(current)
            .GroupBy(Key)
            .Where(g => g.Count() > before.GetValueOrDefault(g.Key))
            .Select(g => (g.Key.Path, Error: (Diagnostic?)g.First()))
            .DistinctBy(w => w.Path)
            .ToList();
        var own = worse.FindAll(w => _edits.ContainsKey(w.Path));
        return worse.Count == own.Count ? own : [.. _edits.Keys.Select(path => (path, worse[0].Error))];

        static IEnumerable<Diagnostic> Errors(CompilationResult result) => result.Diagnostics.Where(d => d.Severity == Severity.Error);
        static (string Path, string Code) Key(Diagnostic d) => (d.Span.Source.Path, d.Descriptor.Code);
    }

    private void Drop((string Path, Diagnostic? Error) worse)
    {
        _edits.Remove(worse.Path);
        _refused[worse.Path] = $"the fixed file would have a new error, {worse.Error?.Descriptor.Name}: {worse.Error?.Message}";
    }
}
