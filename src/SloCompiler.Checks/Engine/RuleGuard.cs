using System.Collections.Concurrent;

namespace SloCompiler.Checks.Engine;

/// <summary>Runs rules so that a bug in one neither ends the run nor silences the others.</summary>
internal sealed class RuleGuard
{
    private readonly ConcurrentDictionary<LintRule, Exception> _failures = new();

    /// <summary>Runs a rule over a scope.</summary>
    public void Run<TRule, TScope>(TRule rule, TScope scope, Action<TRule, TScope> check)
        where TRule : LintRule
    {
        try
        {
            check(rule, scope);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _failures.TryAdd(rule, exception);
        }
    }

    /// <summary>Tells of every rule that threw, by code.</summary>
    public void ReportTo(Action<LintRule, Exception> onFailure)
    {
        foreach (var failure in _failures.OrderBy(f => f.Key.Descriptor.Code, StringComparer.Ordinal))
        {
            onFailure(failure.Key, failure.Value);
        }
    }
}
