using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace SloCompiler.Text;

/// <summary>Works on many items at once; the results are in the order of the items, however many threads there are.</summary>
/// <param name="Threads">Most threads at once; null for as many as the machine has processors.</param>
public readonly record struct Workers(int? Threads)
{
    /// <summary>Counts the items; null for no one.</summary>
    public IWorkObserver? Observer { get; init; }

    /// <summary>The same without somebody who counts, for work on the parts of an item.</summary>
    public Workers Unobserved => this with { Observer = null };

    /// <summary>The result for every item. <paramref name="work"/> may touch nothing that another item's work changes.</summary>
    public ImmutableArray<TResult> Map<T, TResult>(ImmutableArray<T> items, Func<T, TResult> work)
    {
        if (items.Length <= 1 || (Threads == 1 && Observer is null))
        {
            return ImmutableArray.CreateRange(items, work);
        }

        Observer?.Expect(items.Length);
        var results = new TResult[items.Length];
        new Shift(items.Length, i => results[i] = work(items[i]), Observer).Run(Threads ?? Environment.ProcessorCount);
        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }

    /// <summary>
    /// Tasks that take the next index until none is left. Does what <see cref="Parallel"/> does, whose loops cannot be compiled ahead of
    /// time and cost every start of the program.
    /// </summary>
    private sealed class Shift(int count, Action<int> work, IWorkObserver? observer)
    {
        private int _taken;
        private ExceptionDispatchInfo? _failure;

        public void Run(int threads)
        {
            var helpers = new Task[Math.Min(threads, count) - 1];
            for (var i = 0; i < helpers.Length; i++)
            {
                helpers[i] = Task.Run(WorkOn);
            }

            WorkOn();
            Task.WaitAll(helpers);
            _failure?.Throw();
        }

        private void WorkOn()
        {
            try
            {
                for (var i = Interlocked.Increment(ref _taken); i <= count && _failure is null; i = Interlocked.Increment(ref _taken))
                {
                    work(i - 1);
                    observer?.Count();
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
    }
}
