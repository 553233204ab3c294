using SloCompiler.Text;

namespace SloCompiler.Language.Model;

/// <summary>What share of events must be good.</summary>
/// <param name="Target">The share, as an exact ratio between 0 and 1, both excluded.</param>
/// <param name="Text">As written, such as <c>99.9%</c> or <c>p95 &lt; 250ms</c>.</param>
/// <param name="Span">The place in the file.</param>
public abstract record Objective(decimal Target, string Text, SourceSpan Span)
{
    /// <summary>The share of events that may be bad: 1 − target.</summary>
    public decimal ErrorBudget => 1 - Target;
}

/// <summary><c>99.9%</c>: the share of good events.</summary>
public sealed record RatioObjective(decimal Target, string Text, SourceSpan Span) : Objective(Target, Text, Span);

/// <summary><c>p95 &lt; 250ms</c>: the share of events that are faster than a threshold.</summary>
/// <param name="ThresholdSeconds">The threshold in seconds.</param>
public sealed record LatencyObjective(decimal Target, decimal ThresholdSeconds, string Text, SourceSpan Span)
    : Objective(Target, Text, Span);

/// <summary><c>99% fresher than 10m</c>: the share of slices in which the age is below a limit.</summary>
/// <param name="LimitSeconds">The limit of the age in seconds.</param>
public sealed record FreshnessObjective(decimal Target, decimal LimitSeconds, string Text, SourceSpan Span)
    : Objective(Target, Text, Span);
