using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler;

/// <summary>A stage of a run that is over.</summary>
/// <param name="Name">What was done, such as <c>reading files</c>.</param>
/// <param name="Items">Number of things that it was done to; 0 where they were not counted.</param>
/// <param name="Elapsed">Time that it took.</param>
public sealed record StageTime(string Name, int Items, TimeSpan Elapsed);

/// <summary>Something that a run found out about itself.</summary>
/// <param name="Title">What it is about, such as <c>settings</c>.</param>
/// <param name="Text">What it is.</param>
public sealed record RunFact(string Title, string Text);

/// <summary>How far a run has come. The thread that runs tells it, workers count, and any thread may look.</summary>
/// <param name="clock">Measures time.</param>
public sealed class RunProgress(TimeProvider clock) : IWorkObserver
{
    private readonly Lock _gate = new();
    private readonly List<StageTime> _stages = [];
    private readonly List<RunFact> _facts = [];
    private string? _stage;
    private long _start;
    private int _total;
    private int _done;

    /// <summary>The stages that are over, in order; one that ran several times, as for two versions, is there several times.</summary>
    public ImmutableArray<StageTime> Stages
    {
        get
        {
            lock (_gate)
            {
                return [.. _stages];
            }
        }
    }

    /// <summary>What the run found out about itself, in order.</summary>
    public ImmutableArray<RunFact> Facts
    {
        get
        {
            lock (_gate)
            {
                return [.. _facts];
            }
        }
    }

    /// <summary>What is done now; null between stages.</summary>
    public string? Stage => Volatile.Read(ref _stage);

    /// <summary>Number of things that it is done to; 0 where they are not counted.</summary>
    public int Total => Volatile.Read(ref _total);

    /// <summary>Number of things that it is done to already.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Begins a stage, which ends the one before.</summary>
    /// <param name="stage">What is done, such as <c>reading files</c>.</param>
    public void Begin(string stage)
    {
        End();
        Volatile.Write(ref _total, 0);
        Volatile.Write(ref _done, 0);
        _start = clock.GetTimestamp();
        Volatile.Write(ref _stage, stage);
    }

    /// <summary>Ends the stage; without one, does nothing.</summary>
    public void End()
    {
        if (_stage is { } stage)
        {
            lock (_gate)
            {
                _stages.Add(new StageTime(stage, _total, clock.GetElapsedTime(_start)));
            }

            Volatile.Write(ref _stage, null);
        }
    }

    /// <summary>Tells something about the run.</summary>
    public void Tell(string title, string text)
    {
        lock (_gate)
        {
            _facts.Add(new RunFact(title, text));
        }
    }

    /// <inheritdoc />
    public void Expect(int items) => Interlocked.Add(ref _total, items);

    /// <inheritdoc />
    public void Count() => Interlocked.Increment(ref _done);
}
