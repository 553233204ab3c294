using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace SloCompiler.PromQL.Syntax;

/// <summary>
/// Lets recursion go as deep as a tree does: a method that recurses asks for room first, and goes on with a fresh stack where none is
/// left.
/// </summary>
public static class StackGuard
{
    private const int FreshStackBytes = 16 * 1024 * 1024;

    /// <summary>Whether the stack has room for some more calls.</summary>
    public static bool HasRoom => RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>Does work with a stack of its own, and waits for it. What it throws is thrown here.</summary>
    /// <param name="work">The work.</param>
    /// <returns>The result of the work.</returns>
    public static TResult OnFreshStack<TResult>(Func<TResult> work)
    {
        var run = new Run<TResult>(work);
        var thread = new Thread(run.Start, FreshStackBytes);
        thread.Start();
        thread.Join();
        return run.Result();
    }

    private sealed class Run<TResult>(Func<TResult> work)
    {
        private readonly List<TResult> _result = new(1);
        private ExceptionDispatchInfo? _failure;

        public void Start()
        {
            try
            {
                _result.Add(work());
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                _failure = ExceptionDispatchInfo.Capture(e);
            }
        }

        public TResult Result()
        {
            _failure?.Throw();
            return _result[0];
        }
    }
}
