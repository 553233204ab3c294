using System.Collections.Immutable;

namespace SloCompiler.Watching;

/// <summary>Tells that something may have changed in folders. May tell too much, too little, or too late: who listens looks for himself.</summary>
public interface IChangeSignal : IDisposable
{
    /// <summary>Whether changes are told; otherwise folders must be looked at often.</summary>
    bool IsAlive { get; }

    /// <summary>Sets the folders that are listened to.</summary>
    /// <param name="folders">Absolute paths; what is below them counts as well where <see cref="WatchedFolder.IsDeep"/> is set.</param>
    /// <param name="anew">Whether to begin anew, because a change was not told.</param>
    void Listen(ImmutableArray<WatchedFolder> folders, bool anew);

    /// <summary>Waits for the next change, or for as long as given; whether there was one.</summary>
    Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancel);
}

/// <summary>A folder that is listened to.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="IsDeep">Whether folders below it count as well.</param>
public sealed record WatchedFolder(string Path, bool IsDeep);
