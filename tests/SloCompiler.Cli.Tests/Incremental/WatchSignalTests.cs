using System.Collections.Immutable;
using SloCompiler.Cli.Terminals;
using SloCompiler.Cli.Watching;
using SloCompiler.Files;
using SloCompiler.Processes;
using SloCompiler.Testing;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;
using SloCompiler.Watching;
using Xunit;

namespace SloCompiler.Cli.Tests.Incremental;

/// <summary>Watching where the operating system tells nothing, too late, or too much.</summary>
public sealed class WatchSignalTests
{
    [Fact]
    public async Task Without_help_of_the_operating_system_files_are_looked_at()
    {
        using var folder = ExampleProject.Create();
        using var terminal = new ListeningTerminal();
        using var end = new CancellationTokenSource();
        var watch = Task.Run(() => WatchOf(folder, terminal, TimeProvider.System, null).RunAsync(end.Token));
        await terminal.Said.Hears("Ctrl+C ends");
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        await terminal.Said.Hears("wrote generated/prometheus/edge.rules.yml");
        await end.CancelAsync();
        Assert.Equal(0, await watch);
    }

    [Fact]
    public async Task A_signal_without_a_change_compiles_nothing_and_a_new_day_compiles()
    {
        using var folder = ExampleProject.Create();
        using var terminal = new ListeningTerminal();
        using var end = new CancellationTokenSource();
        var clock = new FixedClock();
        var signal = new TestSignal();
        var watch = Task.Run(() => WatchOf(folder, terminal, clock, () => signal).RunAsync(end.Token));
        await terminal.Said.Hears("Ctrl+C ends");
        for (var i = 0; i < 5; i++)
        {
            await signal.TellAsync();
        }

        Assert.Equal(1, signal.Listened);
        clock.Now = clock.Now.AddDays(1);
        await signal.TellAsync();
        await terminal.Said.Hears("files changed: generated: ");
        await end.CancelAsync();
        Assert.Equal(0, await watch);
    }

    [Fact]
    public void A_folder_that_cannot_be_listened_to_leaves_it_to_looking()
    {
        using var folder = new TempFolder();
        using var signal = new PhysicalChangeSignal(TimeProvider.System);
        signal.Listen([new WatchedFolder(PathText.Normalize(folder.FullPath), true)], anew: false);
        Assert.True(signal.IsAlive);
        signal.Listen([new WatchedFolder(PathText.Normalize(folder.PathOf("gone")), true)], anew: false);
        Assert.False(signal.IsAlive);
    }

    [Fact]
    public async Task A_watched_folder_that_is_replaced_is_no_longer_trusted_to_tell()
    {
        using var folder = new TempFolder();
        folder.Write("specs/a.txt", "");
        using var signal = new PhysicalChangeSignal(TimeProvider.System);
        var root = PathText.Normalize(folder.FullPath);
        signal.Listen([new WatchedFolder(root, false), new WatchedFolder($"{root}/specs", true)], anew: false);
        Directory.Delete(folder.PathOf("specs"), recursive: true);
        for (var i = 0; i < 600 && signal.IsAlive; i++)
        {
            await signal.WaitAsync(TimeSpan.FromMilliseconds(100), default);
        }

        Assert.False(signal.IsAlive);
    }

    private static CompileWatch WatchOf(TempFolder folder, ITerminal terminal, TimeProvider clock, Func<IChangeSignal>? changes)
    {
        var services = new CliServices(terminal, new InProcess.FilesFrom(folder.FullPath), clock, new SystemProcessRunner()) { Changes = changes };
        return new CompileWatch(services, new CompilationRequest(), Severity.Warning);
    }

    /// <summary>A signal that a test gives.</summary>
    private sealed class TestSignal : IChangeSignal
    {
        private readonly SemaphoreSlim _told = new(0);
        private readonly SemaphoreSlim _taken = new(0);

        public bool IsAlive => true;

        /// <summary>How often somebody began to listen.</summary>
        public int Listened { get; private set; }

        public void Listen(ImmutableArray<WatchedFolder> folders, bool anew) => Listened += folders.IsEmpty ? 0 : 1;

        // The short waits of settling hear nothing; the long ones wait for the test.
        public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancel)
        {
            if (longest < TimeSpan.FromMilliseconds(100))
            {
                return false;
            }

            _taken.Release();
            await _told.WaitAsync(cancel);
            return true;
        }

        public async Task TellAsync()
        {
            await _taken.WaitAsync();
            _told.Release();
        }

        public void Dispose()
        {
            _told.Dispose();
            _taken.Dispose();
        }
    }

    /// <summary>A terminal whose lines a test waits for.</summary>
    private sealed class ListeningTerminal : ITerminal, IDisposable
    {
        public SaidLines Said { get; } = new();

        public Stream Input { get; } = Stream.Null;

        public TextWriter Out { get; } = TextWriter.Null;

        public TextWriter Error => new LineWriter(Said);

        public TextWriter Notes => Error;

        public TextWriter Report => Out;

        public bool HasColor => false;

        public bool HasErrorColor => false;

        public bool HasProgress => false;

        public int Width => 0;

        public void Dispose()
        {
        }
    }

    private sealed class LineWriter(SaidLines said) : StringWriter
    {
        public override void Write(string? value)
        {
            foreach (var line in (value ?? "").TrimEnd('\n').Split('\n'))
            {
                said.Add(line);
            }
        }
    }
}
