using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Rewriting;

/// <summary>Compares trees by structure: where they stand in a text does not matter.</summary>
public sealed class PromQlComparer : IEqualityComparer<PromQlExpr>
{
    private readonly bool _ignoreParentheses;

    private PromQlComparer(bool ignoreParentheses) => _ignoreParentheses = ignoreParentheses;

    /// <summary>Parentheses count.</summary>
    public static PromQlComparer Exact { get; } = new(ignoreParentheses: false);

    /// <summary>Parentheses do not count; the grouping they cause does.</summary>
    public static PromQlComparer IgnoringParentheses { get; } = new(ignoreParentheses: true);

    /// <inheritdoc />
    public bool Equals(PromQlExpr? x, PromQlExpr? y)
    {
        if (x is null || y is null)
        {
            return ReferenceEquals(x, y);
        }

        // A stack of its own: trees may be deeper than recursion can go.
        var pending = new Stack<(PromQlExpr Left, PromQlExpr Right)>();
        pending.Push((Strip(x), Strip(y)));
        while (pending.TryPop(out var pair))
        {
            if (ReferenceEquals(pair.Left, pair.Right))
            {
                continue;
            }

            if (!HeadsEqual(pair.Left, pair.Right) || !TryPushChildren(pair.Left, pair.Right, pending))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public int GetHashCode(PromQlExpr obj)
    {
        var hash = default(HashCode);
        foreach (var node in PromQlWalker.DescendantsAndSelf(obj))
        {
            if (node is not ParenExpr)
            {
                hash.Add(HashOfHead(node));
            }
        }

        return hash.ToHashCode();
    }

    // Parentheses add nothing, so that one hash serves both comparers.
    private static int HashOfHead(PromQlExpr node) => node switch
    {
        NumberLiteral number => number.Value.GetHashCode(),
        VectorSelector { MetricName: { } name } => string.GetHashCode(name, StringComparison.Ordinal),
        CallExpr call => string.GetHashCode(call.Function, StringComparison.Ordinal),
        AggregateExpr aggregate => string.GetHashCode(aggregate.Operator, StringComparison.Ordinal),
        BinaryExpr binary => (int)binary.Operator,
        _ => 0,
    };

    private bool TryPushChildren(PromQlExpr left, PromQlExpr right, Stack<(PromQlExpr Left, PromQlExpr Right)> pending)
    {
        using var others = PromQlWalker.Children(right).GetEnumerator();
        foreach (var child in PromQlWalker.Children(left))
        {
            if (!others.MoveNext())
            {
                return false;
            }

            pending.Push((Strip(child), Strip(others.Current)));
        }

        return !others.MoveNext();
    }

    private PromQlExpr Strip(PromQlExpr expr)
    {
        while (_ignoreParentheses && expr is ParenExpr paren)
        {
            expr = paren.Inner;
        }

        return expr;
    }

    /// <summary>Whether two nodes agree in all but their children.</summary>
    private bool HeadsEqual(PromQlExpr left, PromQlExpr right) => (left, right) switch
    {
        (NumberLiteral a, NumberLiteral b) => a.Value.Equals(b.Value) && a.IsDuration == b.IsDuration,
        (StringLiteral a, StringLiteral b) => Same(a.Value, b.Value),
        (VectorSelector a, VectorSelector b) => Same(a.MetricName, b.MetricName) && MatchersEqual(a, b)
            && ModifiersEqual(a.Modifiers, b.Modifiers),
        (MatrixSelector a, MatrixSelector b) => DurationsEqual(a.Range, b.Range),
        (SubqueryExpr a, SubqueryExpr b) => DurationsEqual(a.Range, b.Range) && DurationsEqual(a.Step, b.Step)
            && ModifiersEqual(a.Modifiers, b.Modifiers),
        (UnaryExpr a, UnaryExpr b) => a.IsNegation == b.IsNegation,
        (BinaryExpr a, BinaryExpr b) => a.Operator == b.Operator && a.ReturnBool == b.ReturnBool && MatchingsEqual(a.Matching, b.Matching),
        (ParenExpr, ParenExpr) => true,
        (AggregateExpr a, AggregateExpr b) => Same(a.Operator, b.Operator) && GroupingsEqual(a.Grouping, b.Grouping),
        (CallExpr a, CallExpr b) => Same(a.Function, b.Function),
        _ => false,
    };

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private static bool MatchersEqual(VectorSelector a, VectorSelector b)
        => a.Matchers.AsSpan().SequenceEqual(b.Matchers.AsSpan(), MatcherComparer.Instance);

    private bool ModifiersEqual(SelectorModifiers a, SelectorModifiers b)
        => Equals(a.At, b.At) && a.Extension == b.Extension && DurationsEqual(a.Offset, b.Offset);

    private bool DurationsEqual(PromQlDuration? left, PromQlDuration? right) => StackGuard.HasRoom
        ? DurationPartsEqual(Strip(left), Strip(right))
        : StackGuard.OnFreshStack(() => DurationPartsEqual(Strip(left), Strip(right)));

    private bool DurationPartsEqual(PromQlDuration? left, PromQlDuration? right) => (left, right) switch
    {
        (null, null) => true,
        (DurationLiteral a, DurationLiteral b) => a.Value == b.Value && Nullable.Equals(a.Number, b.Number),
        (DurationVariable a, DurationVariable b) => Same(a.Name, b.Name),
        (DurationNegation a, DurationNegation b) => DurationsEqual(a.Operand, b.Operand),
        (DurationParen a, DurationParen b) => DurationsEqual(a.Inner, b.Inner),
        (DurationBinary a, DurationBinary b) => a.Operator == b.Operator && DurationsEqual(a.Left, b.Left)
            && DurationsEqual(a.Right, b.Right),
        (DurationCall a, DurationCall b) => Same(a.Name, b.Name) && a.Arguments.Length == b.Arguments.Length
            && a.Arguments.Zip(b.Arguments).All(pair => DurationsEqual(pair.First, pair.Second)),
        _ => false,
    };

    private PromQlDuration? Strip(PromQlDuration? duration)
    {
        while (_ignoreParentheses && duration is DurationParen paren)
        {
            duration = paren.Inner;
        }

        return duration;
    }

    private static bool MatchingsEqual(VectorMatching? a, VectorMatching? b) => a is null || b is null
        ? ReferenceEquals(a, b)
        : a.IsWritten == b.IsWritten && a.IsOn == b.IsOn && a.Group == b.Group && a.Labels.SequenceEqual(b.Labels)
            && a.Include.SequenceEqual(b.Include) && Nullable.Equals(a.FillLeft, b.FillLeft) && Nullable.Equals(a.FillRight, b.FillRight);

    private static bool GroupingsEqual(AggregateGrouping? a, AggregateGrouping? b) => a is null || b is null
        ? ReferenceEquals(a, b)
        : a.IsWithout == b.IsWithout && a.Labels.SequenceEqual(b.Labels);

    private sealed class MatcherComparer : IEqualityComparer<LabelMatcher>
    {
        public static MatcherComparer Instance { get; } = new();

        public bool Equals(LabelMatcher? x, LabelMatcher? y) => x is not null && y is not null && Same(x.Name, y.Name)
            && x.Operator == y.Operator && Same(x.Value, y.Value);

        public int GetHashCode(LabelMatcher obj) => HashCode.Combine(obj.Name, obj.Operator, obj.Value);
    }
}
