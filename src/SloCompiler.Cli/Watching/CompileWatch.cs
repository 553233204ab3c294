using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Cli.Rendering;
using SloCompiler.Incremental;
using SloCompiler.Output;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;
using SloCompiler.Watching;

namespace SloCompiler.Cli.Watching;

/// <summary><c>slo compile --watch</c>: compiles, waits until something changes that the compilation saw, and compiles again.</summary>
/// <param name="services">What commands use of the outside world.</param>
/// <param name="request">What to compile.</param>
/// <param name="least">The least severity that is shown.</param>
internal sealed class CompileWatch(CliServices services, CompilationRequest request, Severity least)
{
    private const int MostNames = 10;

    /// <summary>Runs until it is cancelled; returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var signal = services.Changes?.Invoke() ?? new NoSignal(services.Clock);
        var watch = new ProjectWatch(services.Files, signal, services.Clock, new Workers(request.Threads));
        ImmutableArray<Observation> before = [];
        ImmutableArray<Observation>? changed = null;
        try
        {
            while (true)
            {
                var day = ProjectWatch.Today(services.Clock);
                var observed = new ObservedFiles(services.Files);
                var root = Compile(observed, before, changed);
                if (observed.Seen() is { } seen)
                {
                    before = seen;
                    changed = await watch.WaitAsync(seen, root, day, cancel).ConfigureAwait(false);
                }
                else
                {
                    // The files changed during the run.
                    changed = observed.Torn();
                    await watch.SettleAsync(cancel).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCodes.Clean;
        }
    }

    private string Compile(ObservedFiles observed, ImmutableArray<Observation> before, ImmutableArray<Observation>? changed)
    {
        var start = services.Clock.GetTimestamp();
        var compiled = Compilation.Run(request, observed, services.Clock);
        var report = OutputWriter.Write(compiled, services.Files, request.Threads);
        var result = compiled with { Diagnostics = compiled.Diagnostics.AddRange(report.Diagnostics) };
        new TextRenderer(services.Terminal.HasColor, least).Write(services.Terminal.Out, result);
        services.Terminal.Out.Flush();
        var elapsed = services.Clock.GetElapsedTime(start);
        var place = result.HasErrors ? services.Terminal.Error : services.Terminal.Notes;
        place.Write(changed is { } causes
            ? $"{Time()} {Causes(InputChanges.Of(causes, before, observed.Seen() ?? before), result)}: {Conclusion(result, report)}{Took(elapsed)}{Names(report, result)}"
            : $"{Time()} {Conclusion(result, report)}{Took(elapsed)}Watching {PathText.Relative(result.Project.WorkingFolder, result.Project.Root)}; Ctrl+C ends.\n");
        return result.Project.Root;
    }

    private string Conclusion(CompilationResult result, OutputReport report)
    {
        var part = report.Changes.IsEmpty ? "nothing was written" : "only a part of the files was written";
        return result.HasErrors ? $"{Summaries.Findings(result, least)}; {part}" : Summaries.Written(result, report);
    }

    private static string Causes(ImmutableArray<string> changed, CompilationResult result)
        => changed.IsEmpty ? "files changed" : $"{List([.. changed.Select(path => PathText.Relative(result.Project.WorkingFolder, path))], ", ")} changed";

    private static string Names(OutputReport report, CompilationResult result)
    {
        var names = report.Changes.Select(c => $"  {(c.Kind == OutputChangeKind.Orphaned ? "removed" : "wrote")} {result.Target?.ToDisplay(c.Path)}");
        return report.Changes.IsEmpty ? "" : List([.. names], "\n") + "\n";
    }

    private static string List(ImmutableArray<string> names, string separator)
    {
        var more = names.Length > MostNames ? string.Create(CultureInfo.InvariantCulture, $"{separator}{(separator == "\n" ? "  " : "")}and {names.Length - MostNames} more") : "";
        return string.Join(separator, names.Take(MostNames).Select(DisplayText.OneLine)) + more;
    }

    private static string Took(TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture, $" ({elapsed.TotalMilliseconds:0} ms).\n");

    private string Time() => services.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
