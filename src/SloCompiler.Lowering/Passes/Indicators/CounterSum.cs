using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>
/// Counters that are added and subtracted. A counter often has no series until its first event, and PromQL's <c>+</c>
/// yields nothing where one side is missing, so a missing summand counts as zero.
/// </summary>
internal sealed class CounterSum
{
    private readonly ImmutableArray<Summand> _summands;

    private CounterSum(ImmutableArray<Summand> summands) => _summands = summands;

    /// <summary>Reads an expression; null, with a finding, where it is more than counters with <c>+</c>, <c>-</c> and <c>or</c>.</summary>
    public static CounterSum? Read(SpecExpression expression, DiagnosticBag diagnostics)
    {
        var summands = ImmutableArray.CreateBuilder<Summand>();
        if (Collect(expression.Expr, isNegative: false, summands) is { } culprit)
        {
            diagnostics.Report(
                LoweringDiagnostics.CounterExpressionNotLowerable,
                expression.Map(culprit.Span),
                "Only counters, `+`, `-` and `or` can stand here.");
            return null;
        }

        return new CounterSum(summands.ToImmutable());
    }

    /// <summary>Events per second; exists wherever one of the added counters does.</summary>
    public PromQlExpr Rate(PrometheusDuration window, ImmutableArray<string> by)
    {
        var rates = _summands.Select(summand => summand with { Counter = RateOf(summand.Counter, window, by) }).ToArray();
        return Sum(rates.Select(rate => rate with { Counter = WithZeros(rate) }));

        PromQlExpr WithZeros(Summand rate)
        {
            PromQlExpr[] others = [.. rates.Where(other => !ReferenceEquals(other, rate) && !other.IsNegative).Select(other => other.Counter)];
            return others.Length == 0 ? rate.Counter : Tree.ZeroWhere(rate.Counter, Tree.Union([.. others]));
        }
    }

    /// <summary>Events per second; zero where the whole has series and these have none.</summary>
    public PromQlExpr RateWithin(CounterSum whole, PrometheusDuration window, ImmutableArray<string> by)
    {
        var filler = Tree.Union([.. whole._summands.Where(summand => !summand.IsNegative).Select(summand => RateOf(summand.Counter, window, by))]);
        return Sum(_summands.Select(summand
            => summand with { Counter = Tree.ZeroWhere(RateOf(summand.Counter, window, by), filler) }));
    }

    /// <summary>What is left of this sum without all counters of another; null where this does not hold them all.</summary>
    public CounterSum? Without(CounterSum other)
    {
        var rest = _summands;
        foreach (var summand in other._summands)
        {
            var index = Array.FindIndex([.. rest], candidate => candidate.IsSameAs(summand));
            if (index < 0)
            {
                return null;
            }

            rest = rest.RemoveAt(index);
        }

        return rest.IsEmpty ? null : new CounterSum(rest);
    }

    private static PromQlExpr Sum(IEnumerable<Summand> rates)
    {
        PromQlExpr? sum = null;
        foreach (var (rate, isNegative) in rates)
        {
            sum = (sum, isNegative) switch
            {
                (null, false) => rate,
                (null, true) => Tree.Subtract(Ql.Number(0), rate),
                (_, false) => Tree.Add(sum, rate),
                (_, true) => Tree.Subtract(sum, rate),
            };
        }

        return sum ?? Ql.Number(0);
    }

    private static PromQlExpr RateOf(PromQlExpr counter, PrometheusDuration window, ImmutableArray<string> by) => counter switch
    {
        BinaryExpr or => Tree.Or(RateOf(or.Left, window, by), RateOf(or.Right, window, by)),
        ParenExpr paren => RateOf(paren.Inner, window, by),
        VectorSelector selector => Ql.Aggregate("sum", Ql.Call("rate", Ql.Range(selector, window)), by),
        _ => counter,
    };

    /// <summary>The first node that has no place in a sum of counters, or null.</summary>
    private static PromQlExpr? Collect(PromQlExpr expr, bool isNegative, ImmutableArray<Summand>.Builder summands)
    {
        switch (expr)
        {
            case ParenExpr paren:
                return Collect(paren.Inner, isNegative, summands);
            case BinaryExpr { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Matching: null } sum:
                var negatesRight = isNegative ^ (sum.Operator == BinaryOperator.Subtract);
                return Collect(sum.Left, isNegative, summands) ?? Collect(sum.Right, negatesRight, summands);
            default:
                summands.Add(new Summand(expr, isNegative));
                return FindForeign(expr);
        }
    }

    private static PromQlExpr? FindForeign(PromQlExpr expr) => expr switch
    {
        VectorSelector => null,
        ParenExpr paren => FindForeign(paren.Inner),
        BinaryExpr { Operator: BinaryOperator.Or, Matching: null } or => FindForeign(or.Left) ?? FindForeign(or.Right),
        _ => expr,
    };

    private sealed record Summand(PromQlExpr Counter, bool IsNegative)
    {
        public bool IsSameAs(Summand other)
            => IsNegative == other.IsNegative && PromQlComparer.IgnoringParentheses.Equals(Counter, other.Counter);
    }
}
