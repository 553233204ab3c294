using System.Collections.Immutable;
using SloCompiler.Text.Paths;
using SloCompiler.Watching;

namespace SloCompiler.Files;

/// <summary>Changes as the operating system tells them.</summary>
/// <param name="clock">Measures waiting.</param>
public sealed class PhysicalChangeSignal(TimeProvider clock) : IChangeSignal
{
    private readonly Dictionary<WatchedFolder, FileSystemWatcher> _watchers = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = NewSource();
    private bool _isBroken;

    /// <inheritdoc />
    public bool IsAlive
    {
        get
        {
            lock (_gate)
            {
                return !_isBroken;
            }
        }
    }

    /// <inheritdoc />
    public void Listen(ImmutableArray<WatchedFolder> folders, bool anew)
    {
        lock (_gate)
        {
            anew |= _isBroken;
            _isBroken = false;
            foreach (var folder in _watchers.Keys.Where(f => anew || (!folders.IsEmpty && !folders.Contains(f))).ToList())
            {
                Drop(folder);
            }

            foreach (var folder in folders.Where(f => !_watchers.ContainsKey(f)))
            {
                Add(folder);
            }
        }
    }

    /// <inheritdoc />
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        Task next;
        lock (_gate)
        {
            next = _next.Task;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var first = await Task.WhenAny(next, Task.Delay(longest, clock, enough.Token)).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _next = next.IsCompleted && _next.Task == next ? NewSource() : _next;
        }

        return first == next;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var watcher in _watchers.Values)
            {
                watcher.Dispose();
            }

            _watchers.Clear();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Add(WatchedFolder folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder.Path) { IncludeSubdirectories = folder.IsDeep };
            watcher.Changed += (_, _) => Tell();
            watcher.Created += (_, e) => TellOf(e.FullPath);
            watcher.Deleted += (_, e) => TellOf(e.FullPath);
            watcher.Renamed += (_, e) => TellOf(e.FullPath, e.OldFullPath);
            watcher.Error += (_, e) => Fail(e.GetException());
            watcher.EnableRaisingEvents = true;
            _watchers.Add(folder, watcher);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // No such folder any more, or no more listeners to be had: then it is looked at instead.
            watcher?.Dispose();
            _isBroken = true;
        }
    }

    private void Drop(WatchedFolder folder)
    {
        _watchers[folder].Dispose();
        _watchers.Remove(folder);
    }

    private void Tell()
    {
        lock (_gate)
        {
            _next.TrySetResult();
        }
    }

    // Who listens to a folder that was removed hears nothing of another with its name.
    private void TellOf(params ReadOnlySpan<string> paths)
    {
        lock (_gate)
        {
            foreach (var path in paths)
            {
                _isBroken |= _watchers.Keys.Any(f => f.Path == PathText.Normalize(path));
            }

            _next.TrySetResult();
        }
    }

    // Where there were too many changes to tell them all, one look finds them.
    private void Fail(Exception exception)
    {
        lock (_gate)
        {
            _isBroken |= exception is not InternalBufferOverflowException;
            _next.TrySetResult();
        }
    }
}
