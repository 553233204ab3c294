namespace SloCompiler.Files;

/// <summary>
/// A batch on this machine. In each folder that it writes to, it holds the lock of one file; the staged files carry its name, so
/// that a sweep of another process knows whether their writer lives.
/// </summary>
internal sealed class PhysicalFileBatch : IFileBatch
{
    // A flush waits for the disk, which writes many files in one go when many are asked for.
    private const int MostFlushes = 32;

    private readonly Lock _gate = new();
    private readonly string _name = Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
    private readonly Dictionary<string, string> _staged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileStream> _locks = new(StringComparer.Ordinal);

    public FileProblem? Stage(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return new FileProblem(FileProblemKind.IsFolder, "is a folder, not a file");
            }

            var temporary = Begin(path);
            WriteNew(temporary, content);
            KeepMode(path, temporary);
            return null;
        }
        catch (Exception exception) when (PhysicalFileSystem.IsExpected(exception))
        {
            return PhysicalFileSystem.Describe(exception);
        }
    }

    public FileProblem? Flush()
    {
        FileProblem? problem = null;
        var temporaries = new Stack<string>(_staged.Values);
        var helpers = new Thread[Math.Min(MostFlushes, temporaries.Count)];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(FlushAll);
            helpers[i].Start();
        }

        foreach (var helper in helpers)
        {
            helper.Join();
        }

        return problem;

        void FlushAll()
        {
            while (Next() is { } temporary)
            {
                if (FlushOne(temporary) is { } found)
                {
                    Interlocked.CompareExchange(ref problem, found, null);
                }
            }
        }

        string? Next()
        {
            lock (temporaries)
            {
                return problem is null && temporaries.TryPop(out var next) ? next : null;
            }
        }
    }

    public FileProblem? Commit(string path)
    {
        try
        {
            File.Move(_staged[path], path, overwrite: true);
            _staged.Remove(path);
            return null;
        }
        catch (Exception exception) when (PhysicalFileSystem.IsExpected(exception))
        {
            return PhysicalFileSystem.Describe(exception);
        }
    }

    public void Dispose()
    {
        foreach (var temporary in _staged.Values)
        {
            Remove(temporary);
        }

        foreach (var held in _locks.Values)
        {
            held.Dispose();
            Remove(held.Name);
        }

        _staged.Clear();
        _locks.Clear();
    }

    private string Begin(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "/";
        var temporary = TemporaryNames.Of(path, _name);
        lock (_gate)
        {
            if (!_locks.ContainsKey(folder))
            {
                Directory.CreateDirectory(folder);
                _locks.Add(folder, new FileStream(TemporaryNames.LockOf(folder, _name), FileMode.CreateNew, FileAccess.Write, FileShare.None));
            }

            _staged[path] = temporary;
        }

        return temporary;
    }

    private static void WriteNew(string temporary, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(file, content, 0);
    }

    private static void KeepMode(string path, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }
    }

    private static FileProblem? FlushOne(string temporary)
    {
        try
        {
            using var file = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
            return null;
        }
        catch (Exception exception) when (PhysicalFileSystem.IsExpected(exception))
        {
            return PhysicalFileSystem.Describe(exception);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (PhysicalFileSystem.IsExpected(exception))
        {
            // A later sweep finds it.
        }
    }
}
