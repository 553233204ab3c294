using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Syntax;

/// <summary>How a matcher compares.</summary>
public enum MatchOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>=~</c></summary>
    RegexMatch,

    /// <summary><c>!~</c></summary>
    RegexNoMatch,
}

/// <summary>One matcher in braces.</summary>
public sealed record LabelMatcher(string Name, MatchOperator Operator, string Value)
{
    /// <summary>Where the matcher is in the parsed expression.</summary>
    public TextSpan Span { get; init; }
}

/// <summary>The length of a range, step or offset.</summary>
public abstract record PromQlDuration
{
    /// <summary>Where it is in the parsed expression.</summary>
    public TextSpan Span { get; init; }
}

/// <summary>A fixed length.</summary>
public sealed record DurationLiteral(PrometheusDuration Value) : PromQlDuration;

/// <summary>A hole such as <c>$window</c> or <c>$__rate_interval</c>, allowed only where the parser is told so.</summary>
/// <param name="Name">The name without the dollar sign.</param>
public sealed record DurationVariable(string Name) : PromQlDuration;

/// <summary><c>offset</c> and <c>@</c> of a selector or subquery.</summary>
public sealed record SelectorModifiers
{
    /// <summary>Neither.</summary>
    public static SelectorModifiers None { get; } = new();

    /// <summary>The offset; null where none is written. Negative offsets carry a negative literal.</summary>
    public PromQlDuration? Offset { get; init; }

    /// <summary>The <c>@</c> time; null where none is written.</summary>
    public AtModifier? At { get; init; }
}

/// <summary>The time of <c>@</c>.</summary>
public abstract record AtModifier;

/// <summary><c>@ 1609746000</c>.</summary>
/// <param name="Seconds">Seconds since the epoch.</param>
public sealed record AtTimestamp(double Seconds) : AtModifier;

/// <summary><c>@ start()</c> or <c>@ end()</c>.</summary>
public sealed record AtBoundary(bool IsStart) : AtModifier;

/// <summary>The operators of binary expressions.</summary>
public enum BinaryOperator
{
    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>unless</c></summary>
    Unless,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>%</c></summary>
    Modulo,

    /// <summary><c>atan2</c></summary>
    Atan2,

    /// <summary><c>^</c></summary>
    Power,
}

/// <summary>Which labels of two vectors must agree.</summary>
/// <param name="IsOn">True for <c>on</c>, false for <c>ignoring</c>.</param>
/// <param name="Labels">The labels in parentheses.</param>
public sealed record VectorMatching(bool IsOn, ImmutableArray<string> Labels)
{
    /// <summary>Place of the parentheses with the labels in the text that was parsed.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The side with many elements per match, if a group modifier is written.</summary>
    public GroupSide Group { get; init; }

    /// <summary>Labels taken over from the "one" side.</summary>
    public ImmutableArray<string> Include { get; init; } = [];
}

/// <summary>Which group modifier is written.</summary>
public enum GroupSide
{
    /// <summary>None: one-to-one.</summary>
    None,

    /// <summary><c>group_left</c>: many on the left.</summary>
    Left,

    /// <summary><c>group_right</c>: many on the right.</summary>
    Right,
}

/// <summary>The grouping clause of an aggregation.</summary>
/// <param name="IsWithout">True for <c>without</c>, false for <c>by</c>.</param>
/// <param name="Labels">The labels in parentheses.</param>
public sealed record AggregateGrouping(bool IsWithout, ImmutableArray<string> Labels)
{
    /// <summary>Place of the parentheses with the labels in the text that was parsed.</summary>
    public TextSpan Span { get; init; }
}
