using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Rewriting;

/// <summary>Fills the holes that duration variables leave.</summary>
public static class DurationSubstitution
{
    /// <summary>Puts a length in place of every variable of a name.</summary>
    /// <param name="expr">The tree with holes.</param>
    /// <param name="name">The name without the dollar sign.</param>
    /// <param name="value">The length.</param>
    public static PromQlExpr Fill(PromQlExpr expr, string name, PrometheusDuration value) => new Filler(name, value).Visit(expr);

    private sealed class Filler(string name, PrometheusDuration value) : PromQlRewriter
    {
        protected override PromQlDuration RewriteDuration(PromQlDuration duration)
            => duration is DurationVariable variable && string.Equals(variable.Name, name, StringComparison.Ordinal)
                ? new DurationLiteral(value) { Span = variable.Span }
                : base.RewriteDuration(duration);
    }
}
