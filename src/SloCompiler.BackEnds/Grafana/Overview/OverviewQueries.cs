using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>Queries about all SLOs, whatever service they are of.</summary>
internal static class OverviewQueries
{
    /// <summary>Label that is made of service and SLO, by which the queries of a table are joined.</summary>
    public const string IdLabel = "id";

    private const string IdSeparator = "/";

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

    /// <summary>The metadata of each SLO as labels.</summary>
    public static PromQlExpr Info => Ql.Aggregate(
        "max",
        WithId(Ql.Series(SeriesNames.Info)),
        IdLabel,
        SeriesNames.ServiceLabel,
        SeriesNames.SloLabel,
        InfoLabels.Title,
        InfoLabels.Owner,
        InfoLabels.Objective,
        InfoLabels.Window,
        InfoLabels.RunbookUrl,
        InfoLabels.DashboardUid);

    /// <summary>The share of good events in the window so far; of the worst group.</summary>
    public static PromQlExpr SliById => Ql.Binary(
        BinaryOperator.Subtract, Ql.Number(1), ById("max", Ql.Series(SeriesNames.PeriodErrorRatio)));

    /// <summary>The budget that is left; of the worst group.</summary>
    public static PromQlExpr BudgetLeftById => ById("min", Ql.Series(SeriesNames.BudgetRemaining));

    /// <summary>The burn rate of the last hour; of the worst group.</summary>
    public static PromQlExpr BurnRateById => ById("max", Ql.Series(SeriesNames.BurnRate1h));

    /// <summary>Number of alerts that fire; 0 for known SLOs without any.</summary>
    public static PromQlExpr AlertsById => Ql.Binary(
        BinaryOperator.Or,
        ById("count", FiringAlerts),
        Ql.Binary(BinaryOperator.Multiply, Ql.Number(0), ById("max", Ql.Series(SeriesNames.Info))));

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

    /// <summary>1 for each alert that fires.</summary>
    public static PromQlExpr Firing => Ql.Aggregate(
        "max", FiringAlerts, SeriesNames.ServiceLabel, SeriesNames.SloLabel, AlertSeries.AlertName, SeriesNames.SeverityLabel);

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

    private static AggregateExpr ById(string op, PromQlExpr series) => Ql.Aggregate(op, WithId(series), IdLabel);

    private static CallExpr WithId(PromQlExpr series) => Ql.Call(
        "label_join",
        series,
        new StringLiteral(IdLabel),
        new StringLiteral(IdSeparator),
        new StringLiteral(SeriesNames.ServiceLabel),
        new StringLiteral(SeriesNames.SloLabel));
}
