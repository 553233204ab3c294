using SloCompiler.Files;
using SloCompiler.Incremental;
using SloCompiler.Reports;
using SloCompiler.Text;
using SloCompiler.Watching;

namespace SloCompiler.Preview;

/// <summary>Compiles, shows, waits for a change, and begins anew.</summary>
/// <param name="Files">The machine's files.</param>
/// <param name="Clock">Knows the day, by UTC, up to which suppressions hold.</param>
/// <param name="Templates">Folder with templates of the team; null for none.</param>
public sealed record PreviewRun(IFileSystem Files, TimeProvider Clock, string? Templates)
{
    /// <summary>Works until it is cancelled.</summary>
    /// <param name="server">Shows the pages.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task WorkAsync(PreviewServer server, CancellationToken cancel)
    {
        var pages = PreviewPages.None;
        using var signal = new PhysicalChangeSignal(Clock);
        var watch = new ProjectWatch(Files, signal, Clock, new Workers(null));
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                var observed = new ObservedFiles(Files);
                var day = ProjectWatch.Today(Clock);
                var result = new ReportRun(observed, Clock, Environment.GetEnvironmentVariable).Build(new ReportRequest { Templates = Templates }, isLive: true);
                pages = pages.After(result);
                server.Show(pages);
                if (observed.Seen() is { } seen)
                {
                    await watch.WaitAsync(seen, result.Project.Root, day, cancel).ConfigureAwait(false);
                }
                else
                {
                    // The files changed during the run.
                    await watch.SettleAsync(cancel).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Somebody ended it.
        }
    }
}
