namespace SloCompiler.PromQL.Syntax;

/// <summary>Which optional parts of a node mean something. Prometheus forgets the others, and so do printing and comparing.</summary>
internal static class WrittenParts
{
    /// <summary>The grouping; null for an empty <c>by</c>.</summary>
    public static AggregateGrouping? Grouping(AggregateExpr expr)
        => expr.Grouping is { IsWithout: false, Labels.IsEmpty: true } ? null : expr.Grouping;

    /// <summary>The matching; null for an empty one beside a scalar, and for <c>ignoring ()</c> alone.</summary>
    public static VectorMatching? Matching(BinaryExpr expr) => expr.Matching switch
    {
        null => null,
        { Labels.IsEmpty: true, FillLeft: null, FillRight: null } when !MatchesVectors(expr) => null,
        { IsOn: false, Labels.IsEmpty: true, Group: GroupSide.None, FillLeft: null, FillRight: null } => null,
        _ => expr.Matching,
    };

    /// <summary>The offset; null for one of nothing.</summary>
    public static PromQlDuration? Offset(SelectorModifiers modifiers)
        => Unwrapped(modifiers.Offset) is DurationLiteral { Value.Milliseconds: 0, Number: null } ? null : modifiers.Offset;

    /// <summary>A length without the parentheses around it.</summary>
    public static PromQlDuration? Unwrapped(PromQlDuration? duration)
    {
        while (duration is DurationParen paren)
        {
            duration = paren.Inner;
        }

        return duration;
    }

    private static bool MatchesVectors(BinaryExpr expr)
        => expr.Left.Type != Types.PromQlType.Scalar && expr.Right.Type != Types.PromQlType.Scalar;
}
