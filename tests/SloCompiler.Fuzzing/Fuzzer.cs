using System.Collections.Immutable;
using System.Diagnostics;

namespace SloCompiler.Fuzzing;

/// <summary>Tries mutated inputs on all targets. A run is repeatable: the seed and the number of an input make the input.</summary>
public sealed class Fuzzer(int seed)
{
    private const int SmallStack = 1 << 20;
    private const int MostFindings = 50;

    // Work is bounded by what it allocates, which no other work on the machine changes.
    private const long MostBytesPerInput = 1L << 29;

    private readonly Dictionary<string, FuzzFinding> _findings = new(StringComparer.Ordinal);
    private TimeSpan _slowest;
    private long _slowestIndex;
    private long _mostBytes;
    private long _mostBytesIndex;

    /// <summary>Tries some inputs, on a thread with a small stack.</summary>
    /// <param name="from">Number of the first input.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Is told the number of every input before it is tried; null for nobody.</param>
    public FuzzReport Run(long from, long count, Action<long>? progress = null)
    {
        var thread = new Thread(() => RunHere(from, count, progress), SmallStack);
        thread.Start();
        thread.Join();
        var findings = _findings.Values.OrderBy(f => f.Index).ToImmutableArray();
        return new FuzzReport(count, findings, _slowest, _slowestIndex, _mostBytes, _mostBytesIndex);
    }

    /// <summary>An input of a run with this seed.</summary>
    /// <param name="index">Its number.</param>
    public (FuzzTarget Target, string Text) InputAt(long index)
    {
        var random = new Random(HashOf(seed, index));
        var target = TargetOf(random.Next(FuzzTargets.All.Sum(t => t.Share)));
        return (target, new Mutator(target, random).Next());
    }

    private void RunHere(long from, long count, Action<long>? progress)
    {
        for (var index = from; index < from + count && _findings.Count < MostFindings; index++)
        {
            progress?.Invoke(index);
            Try(index);
        }
    }

    private void Try(long index)
    {
        var (target, text) = InputAt(index);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.GetTimestamp();
        var problem = ProblemOf(target, text);
        var elapsed = Stopwatch.GetElapsedTime(watch);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        (_slowest, _slowestIndex) = elapsed > _slowest ? (elapsed, index) : (_slowest, _slowestIndex);
        (_mostBytes, _mostBytesIndex) = bytes > _mostBytes ? (bytes, index) : (_mostBytes, _mostBytesIndex);
        problem ??= bytes > MostBytesPerInput ? "allocates too much" : null;
        if (problem is not null && !_findings.ContainsKey(KeyOf(target, problem)))
        {
            _findings.Add(KeyOf(target, problem), new FuzzFinding(index, target.Name, Shorten(target, text, problem), problem));
        }
    }

    private static string? ProblemOf(FuzzTarget target, string text)
    {
        try
        {
            target.Check(text);
            return null;
        }
        catch (BrokenLaw law)
        {
            return law.Message;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.GetType().Name} {e.Message}\n{e.StackTrace}";
        }
    }

    /// <summary>Takes away ever smaller pieces while the problem stays.</summary>
    private static string Shorten(FuzzTarget target, string text, string problem)
    {
        for (var size = text.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= text.Length;)
            {
                var shorter = text.Remove(start, size);
                if (ProblemOf(target, shorter) is { } same && KeyOf(target, same) == KeyOf(target, problem))
                {
                    text = shorter;
                }
                else
                {
                    start += size;
                }
            }
        }

        return text;
    }

    /// <summary>Findings with the same law, or the same exception from the same place, are one.</summary>
    private static string KeyOf(FuzzTarget target, string problem)
    {
        var at = problem.IndexOf("   at ", StringComparison.Ordinal);
        return at < 0 ? $"{target.Name} {problem}" : $"{target.Name} {problem[at..].Split('\n')[0]}";
    }

    private static FuzzTarget TargetOf(int ticket)
    {
        foreach (var target in FuzzTargets.All)
        {
            if (ticket < target.Share)
            {
                return target;
            }

            ticket -= target.Share;
        }

        throw new ArgumentOutOfRangeException(nameof(ticket));
    }

    // Neighbouring numbers must not give alike inputs.
    private static int HashOf(int seed, long index)
    {
        var mixed = ((ulong)index + ((ulong)(uint)seed << 32)) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        return (int)(mixed >> 33);
    }
}
