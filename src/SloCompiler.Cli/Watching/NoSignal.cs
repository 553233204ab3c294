using System.Collections.Immutable;
using SloCompiler.Watching;

namespace SloCompiler.Cli.Watching;

/// <summary>Tells nothing, so that files are looked at often.</summary>
/// <param name="clock">Measures waiting.</param>
internal sealed class NoSignal(TimeProvider clock) : IChangeSignal
{
    /// <inheritdoc />
    public bool IsAlive => false;

    /// <inheritdoc />
    public void Listen(ImmutableArray<WatchedFolder> folders, bool anew)
    {
    }

    /// <inheritdoc />
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        await Task.Delay(longest, clock, cancel).ConfigureAwait(false);
        return false;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
