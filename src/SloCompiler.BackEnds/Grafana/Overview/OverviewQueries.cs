using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>Queries about all SLOs, whatever service they are of.</summary>
internal static class OverviewQueries
{
    /// <summary>How many SLOs the running rules know.</summary>
    public static PromQlExpr Count => Ql.Aggregate("count", PerSlo("max", Ql.Series(SeriesNames.Objective)));

    /// <summary>How many have spent their budget.</summary>
    public static PromQlExpr Exhausted => CountWhere(
        Ql.Binary(BinaryOperator.LessOrEqual, PerSlo("min", Ql.Series(SeriesNames.BudgetRemaining)), Ql.Number(0)));

    /// <summary>How many spend it faster than they may.</summary>
    public static PromQlExpr Burning => CountWhere(
        Ql.Binary(BinaryOperator.Greater, PerSlo("max", Ql.Series(SeriesNames.BurnRate1h)), Ql.Number(1)));

    /// <summary>How many have an alert that fires.</summary>
    public static PromQlExpr WithFiringAlerts => CountWhere(PerSlo("max", FiringAlerts));

    /// <summary>How many have recorded nothing for an hour.</summary>
    public static PromQlExpr WithoutData => CountWhere(Ql.Binary(
        BinaryOperator.Unless,
        PerSlo("max", Ql.Series(SeriesNames.Objective)),
        PerSlo("max", Ql.Series(SeriesNames.BurnRate1h))));

    /// <summary>The SLOs with the least budget left at the end of the time range.</summary>
    public static PromQlExpr LeastBudgets(int count)
    {
        var budgets = Ql.Series(SeriesNames.BudgetRemaining);
        return Chosen(PerSlo("min", budgets), "bottomk", count, PerSlo("min", AtEnd(budgets)));
    }

    /// <summary>The SLOs whose burn rates were highest in the time range.</summary>
    public static PromQlExpr HighestBurnRates(int count)
    {
        var rates = Ql.Series(SeriesNames.BurnRate1h);
        var inRange = new MatrixSelector(AtEnd(rates), new DurationVariable("__range"));
        return Chosen(PerSlo("max", rates), "topk", count, PerSlo("max", Ql.Call("max_over_time", inRange)));
    }

    /// <summary>Alerts of SLOs that fire.</summary>
    public static VectorSelector FiringAlerts => new(
        AlertSeries.Name,
        [
            new LabelMatcher(AlertSeries.State, MatchOperator.Equal, AlertSeries.Firing),
            new LabelMatcher(SeriesNames.ServiceLabel, MatchOperator.NotEqual, ""),
            new LabelMatcher(SeriesNames.SloLabel, MatchOperator.NotEqual, ""),
        ]);

    /// <summary>A count that is 0 where SLOs are known and none matches, but nothing where none is known.</summary>
    private static BinaryExpr CountWhere(PromQlExpr matching) => Ql.Binary(
        BinaryOperator.Or,
        Ql.Aggregate("count", matching),
        Ql.Binary(BinaryOperator.Multiply, Ql.Number(0), Count));

    /// <summary>
    /// The lines of the SLOs that are first by one number each: choosing anew at every point would draw pieces of many more.
    /// </summary>
    private static BinaryExpr Chosen(PromQlExpr lines, string op, int count, PromQlExpr number)
        => Ql.Binary(BinaryOperator.And, lines, new AggregateExpr(op, number, Ql.Number(count), null));

    private static VectorSelector AtEnd(VectorSelector series)
        => series with { Modifiers = new SelectorModifiers { At = new AtBoundary(IsStart: false) } };

    private static AggregateExpr PerSlo(string op, PromQlExpr series)
        => Ql.Aggregate(op, series, SeriesNames.ServiceLabel, SeriesNames.SloLabel);
}
