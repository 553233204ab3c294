using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Incremental;
using SloCompiler.Text;

namespace SloCompiler.Watching;

/// <summary>
/// Waits until a run would see something else. A signal only says when to look; what counts is that an answer differs. So nothing is
/// missed where signals get lost, and nothing is done for those that mean nothing.
/// </summary>
/// <param name="files">The machine's files.</param>
/// <param name="signal">Says when to look.</param>
/// <param name="clock">Measures waiting, and knows when a day is over.</param>
/// <param name="workers">Who looks.</param>
public sealed class ProjectWatch(IFileSystem files, IChangeSignal signal, TimeProvider clock, Workers workers)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan LongestUnrest = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits, and returns what is no longer as the run saw it.</summary>
    /// <param name="seen">What the run saw.</param>
    /// <param name="root">Absolute path of the project.</param>
    /// <param name="day">The day of the run.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<ImmutableArray<Observation>> WaitAsync(ImmutableArray<Observation> seen, string root, DateOnly day, CancellationToken cancel)
    {
        signal.Listen(WatchedFolders.Of(seen, root, files), anew: false);
        var isTold = true;
        while (true)
        {
            var start = clock.GetTimestamp();
            var changed = Changed(seen);
            if (!changed.IsEmpty || Today(clock) != day)
            {
                signal.Listen([], anew: !isTold);
                return changed;
            }

            isTold = await signal.WaitAsync(PauseAfter(clock.GetElapsedTime(start)), cancel).ConfigureAwait(false);
            if (isTold)
            {
                await SettleAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until nothing has changed for a moment: editors and version control write many files, and one file in several steps.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        bool isQuiet;
        do
        {
            isQuiet = !await signal.WaitAsync(Quiet, cancel).ConfigureAwait(false);
        }
        while (!isQuiet && clock.GetElapsedTime(start) < LongestUnrest);
    }

    /// <summary>The day, by UTC.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private ImmutableArray<Observation> Changed(ImmutableArray<Observation> seen)
        => [.. workers.Map(seen, o => o.Holds(files) ? null : o).OfType<Observation>()];

    // Looking takes at most a small share of a processor, however many files there are.
    private TimeSpan PauseAfter(TimeSpan look)
    {
        var (least, factor) = signal.IsAlive ? (TimeSpan.FromSeconds(1), 100) : (TimeSpan.FromMilliseconds(200), 20);
        return look * factor > least ? look * factor : least;
    }
}
