using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace SloCompiler.Text;

/// <summary>Works on many items at once; the results are in the order of the items, however many threads there are.</summary>
/// <param name="Threads">Most threads at once; null for as many as the machine has processors.</param>
public readonly record struct Workers(int? Threads)
{
    /// <summary>The result for every item. <paramref name="work"/> may touch nothing that another item's work changes.</summary>
    public ImmutableArray<TResult> Map<T, TResult>(ImmutableArray<T> items, Func<T, TResult> work)
    {
        if (items.Length <= 1 || Threads == 1)
        {
            return ImmutableArray.CreateRange(items, work);
        }

        var results = new TResult[items.Length];
        try
        {
            Parallel.For(0, items.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads ?? -1 }, i => results[i] = work(items[i]));
        }
        catch (AggregateException exception) when (exception.InnerExceptions is [var first, ..])
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }
}
