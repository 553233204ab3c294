using System.Collections.Immutable;
using SloCompiler.Files;

namespace SloCompiler.Incremental;

/// <summary>
/// The files of the machine, and a record of all that was asked of them: contents, folders, and what was not there. As a run has
/// no other source, it would give the same again for as long as every answer stays the same.
/// </summary>
/// <param name="inner">The machine's files.</param>
/// <param name="leastBytes">Contents that together have less are not worth a record; they are not hashed.</param>
public sealed class ObservedFiles(IFileSystem inner, long leastBytes = 0) : IFileSystem
{
    private readonly Dictionary<string, Observation> _seen = new(StringComparer.Ordinal);
    private readonly List<Unhashed> _unhashed = [];
    private readonly Lock _gate = new();
    private readonly List<Observation> _torn = [];
    private long _bytes;
    private bool _isWritten;

    /// <inheritdoc />
    public string WorkingFolder => inner.WorkingFolder;

    /// <summary>
    /// What was seen, by ordinal order of paths; null where it is not worth a record, or tells nothing: a file changed in between, or was
    /// written to.
    /// </summary>
    public ImmutableArray<Observation>? Seen()
    {
        lock (_gate)
        {
            if (_bytes >= leastBytes)
            {
                Hash();
            }

            return _isWritten || _torn.Count > 0 || _bytes < leastBytes
                ? null
                : [.. _seen.Values.OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => (int)o.Question)];
        }
    }

    /// <summary>What changed while it was looked at.</summary>
    public ImmutableArray<Observation> Torn()
    {
        lock (_gate)
        {
            return [.. _torn];
        }
    }

    /// <inheritdoc />
    public FileKind GetKind(string path)
    {
        var kind = inner.GetKind(path);
        Note(new Observation(Question.Kind, path, 0, Observation.Of(kind)));
        return kind;
    }

    /// <inheritdoc />
    public bool IsLink(string path)
    {
        var isLink = inner.IsLink(path);
        Note(new Observation(Question.Link, path, 0, Observation.Of(isLink)));
        return isLink;
    }

    /// <inheritdoc />
    public string? LinkTarget(string path)
    {
        var target = inner.LinkTarget(path);
        Note(new Observation(Question.Target, path, 0, Observation.Of(target)));
        return target;
    }

    /// <inheritdoc />
    public FileOutcome<byte[]> Read(string path, int limit)
    {
        var content = inner.Read(path, limit);
        if (!Defer(path, limit, content))
        {
            Note(new Observation(Question.Content, path, limit, Observation.Of(content)));
        }

        return content;
    }

    /// <inheritdoc />
    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder)
    {
        var entries = inner.List(folder);
        Note(new Observation(Question.Entries, folder, 0, Observation.Of(entries)));
        return entries;
    }

    /// <inheritdoc />
    public FileProblem? Write(string path, ReadOnlySpan<byte> content)
    {
        Spoil();
        return inner.Write(path, content);
    }

    /// <inheritdoc />
    public FileProblem? Delete(string path)
    {
        Spoil();
        return inner.Delete(path);
    }

    /// <inheritdoc />
    public void SweepLeftovers(string folder)
    {
        Spoil();
        inner.SweepLeftovers(folder);
    }

    // The first hash of a process costs more than reading a small project.
    private bool Defer(string path, int limit, FileOutcome<byte[]> content)
    {
        lock (_gate)
        {
            _bytes += content.Value?.Length ?? 0;
            if (_bytes >= leastBytes)
            {
                return false;
            }

            _unhashed.Add(new Unhashed(path, limit, content));
            return true;
        }
    }

    private void Hash()
    {
        foreach (var one in _unhashed)
        {
            Note(new Observation(Question.Content, one.Path, one.Limit, Observation.Of(one.Content)));
        }

        _unhashed.Clear();
    }

    private void Note(Observation observation)
    {
        var key = $"{(int)observation.Question} {observation.Limit} {observation.Path}";
        lock (_gate)
        {
            if (!_seen.TryAdd(key, observation) && _seen[key].Answer != observation.Answer)
            {
                _torn.Add(observation);
            }
        }
    }

    private void Spoil()
    {
        lock (_gate)
        {
            _isWritten = true;
        }
    }

    /// <summary>A content that is hashed only if there are more.</summary>
    private sealed record Unhashed(string Path, int Limit, FileOutcome<byte[]> Content);
}
