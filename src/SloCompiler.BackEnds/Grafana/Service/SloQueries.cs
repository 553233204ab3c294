using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>
/// Queries about one SLO. All of them aggregate, so that two Prometheus servers with the same rules do not show up as two
/// SLOs. Where every value of a label has its own budget, single numbers are those of the worst group.
/// </summary>
internal sealed class SloQueries(SloPlan slo)
{
    /// <summary>The share of good events in the window so far, 0–1.</summary>
    public PromQlExpr WorstSli => Complement(Worst("max", SeriesNames.PeriodErrorRatio));

    /// <summary>The budget that is left, 1 at most.</summary>
    public PromQlExpr WorstBudgetLeft => Worst("min", SeriesNames.BudgetRemaining);

    /// <summary>The budget that is left, one series for each group.</summary>
    public PromQlExpr BudgetLeft => Each("min", SeriesNames.BudgetRemaining);

    /// <summary>The budget that would be left by spending evenly (calendar windows).</summary>
    public PromQlExpr EvenSpending => Complement(Ql.Aggregate("max", Identity(SeriesNames.PeriodElapsed)));

    /// <summary>Events per second.</summary>
    public PromQlExpr Total => Each("max", SeriesNames.TotalRate(slo.BaseWindow));

    /// <summary>Bad events per second.</summary>
    public PromQlExpr Bad => Each("max", SeriesNames.BadRate(slo.BaseWindow));

    /// <summary>Bad events in the window so far, at the traffic of the window.</summary>
    public PromQlExpr BadEvents
        => WorstOf("max", Ql.Binary(BinaryOperator.Multiply, AllowedEvents, Ql.Binary(BinaryOperator.Subtract, Ql.Number(1), BudgetLeft)));

    /// <summary>Bad events that the budget still allows at the traffic of the window.</summary>
    public PromQlExpr BadEventsLeft => WorstOf("min", Ql.Call("floor", Ql.Binary(BinaryOperator.Multiply, AllowedEvents, BudgetLeft)));

    /// <summary>The burn rate of the last hour, one series for each group.</summary>
    public PromQlExpr BurnRateOfGroups => Each("max", SeriesNames.BurnRate1h);

    /// <summary>The share of good events in the window so far, one series for each group.</summary>
    public PromQlExpr SliOfGroups => Complement(Each("max", SeriesNames.PeriodErrorRatio));

    /// <summary>The budget of the groups that have least of it.</summary>
    public PromQlExpr WorstGroups(int count) => new AggregateExpr("bottomk", BudgetLeft, Ql.Number(count), null);

    /// <summary>The share of good events in the calendar period so far, with the name of the period as a label.</summary>
    public PromQlExpr SliByPeriod => Ql.Binary(
        BinaryOperator.Multiply,
        WorstSli,
        PeriodNames.Of(slo.Window),
        new VectorMatching(true, []) { Group = GroupSide.Left, Include = [SeriesNames.PeriodLabel] });

    /// <summary>Bad events that the whole budget allows at the traffic of the window, one series for each group.</summary>
    private PromQlExpr AllowedEvents
    {
        get
        {
            var rate = Ql.Call("avg_over_time", Ql.Range(Grouped(SeriesNames.TotalRate(slo.BaseWindow)), slo.Window.Length));
            return Ql.Binary(BinaryOperator.Multiply, Ql.Aggregate("max", rate, slo.By), Ql.Number(slo.ErrorBudget * slo.Window.Length.Seconds));
        }
    }

    /// <summary>The share of good events in a window, 0–1, one series for each group.</summary>
    public PromQlExpr Sli(PrometheusDuration window) => Complement(Each("max", SeriesNames.ErrorRatio(window)));

    /// <summary>The burn rate in a window.</summary>
    public PromQlExpr WorstBurnRateIn(PrometheusDuration window)
        => Ql.Binary(BinaryOperator.Divide, Worst("max", SeriesNames.ErrorRatio(window)), Ql.Number(slo.ErrorBudget));

    private static BinaryExpr Complement(PromQlExpr share) => Ql.Binary(BinaryOperator.Subtract, Ql.Number(1), share);

    private AggregateExpr Each(string op, string series) => Ql.Aggregate(op, Grouped(series), slo.By);

    private AggregateExpr Worst(string op, string series) => Ql.Aggregate(op, Grouped(series));

    private PromQlExpr WorstOf(string op, PromQlExpr perGroup) => slo.By.IsEmpty ? perGroup : Ql.Aggregate(op, perGroup);

    private VectorSelector Identity(string series)
        => Ql.Series(series, (SeriesNames.ServiceLabel, slo.Service), (SeriesNames.SloLabel, slo.Name));

    private VectorSelector Grouped(string series) => WithGroups(Identity(series));

    /// <summary>Only the groups that the reader has chosen.</summary>
    private VectorSelector WithGroups(VectorSelector selector) => selector with
    {
        Matchers = selector.Matchers.AddRange(slo.By.Select(
            label => new LabelMatcher(label, MatchOperator.RegexMatch, "$" + DashboardVariable.ForLabel(label)))),
    };
}
