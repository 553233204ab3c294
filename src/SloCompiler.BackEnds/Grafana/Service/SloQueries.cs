using System.Collections.Immutable;
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
    /// <summary>Keeps a division by the burn rate finite; at this rate a budget outlives every cap.</summary>
    private const decimal SlowestBurnRate = 0.001m;

    /// <summary>The objective, 0–1, as the server has it.</summary>
    public PromQlExpr Objective => Ql.Aggregate("max", Identity(SeriesNames.Objective));

    /// <summary>The share of good events in the window so far, 0–1.</summary>
    public PromQlExpr WorstSli => Complement(Worst("max", SeriesNames.PeriodErrorRatio));

    /// <summary>The budget that is left, 1 at most.</summary>
    public PromQlExpr WorstBudgetLeft => Worst("min", SeriesNames.BudgetRemaining);

    /// <summary>The burn rate of the last hour.</summary>
    public PromQlExpr WorstBurnRate => Worst("max", SeriesNames.BurnRate1h);

    /// <summary>The budget that is left, one series for each group.</summary>
    public PromQlExpr BudgetLeft => Each("min", SeriesNames.BudgetRemaining);

    /// <summary>The budget that would be left by spending evenly (calendar windows).</summary>
    public PromQlExpr EvenSpending => Complement(Ql.Aggregate("max", Identity(SeriesNames.PeriodElapsed)));

    /// <summary>Events per second.</summary>
    public PromQlExpr Total => Each("max", SeriesNames.TotalRate(slo.BaseWindow));

    /// <summary>Bad events per second.</summary>
    public PromQlExpr Bad => Each("max", SeriesNames.BadRate(slo.BaseWindow));

    /// <summary>Seconds until the budget is gone at the burn rate of the last hour, at most the window.</summary>
    public PromQlExpr TimeToExhaustion
    {
        get
        {
            var left = Ql.Call("clamp_min", BudgetLeft, Ql.Number(0));
            var rate = Ql.Call("clamp_min", Each("max", SeriesNames.BurnRate1h), Ql.Number(SlowestBurnRate));
            var windows = Ql.Binary(BinaryOperator.Divide, left, rate);
            var seconds = Ql.Binary(BinaryOperator.Multiply, Ql.Call("clamp_max", windows, Ql.Number(1)), Ql.Number(slo.Window.Length.Seconds));
            return WorstOf("min", seconds);
        }
    }

    /// <summary>Bad events that the budget still allows at the traffic of the window.</summary>
    public PromQlExpr BadEventsLeft
    {
        get
        {
            var rate = Ql.Call("avg_over_time", Ql.Range(Grouped(SeriesNames.TotalRate(slo.BaseWindow)), slo.Window.Length));
            var events = Ql.Binary(
                BinaryOperator.Multiply,
                Ql.Binary(BinaryOperator.Multiply, BudgetLeft, Ql.Aggregate("max", rate, slo.By)),
                Ql.Number(slo.ErrorBudget * slo.Window.Length.Seconds));
            return WorstOf("min", Ql.Call("floor", events));
        }
    }

    /// <summary>The share of good events in a window, 0–1, one series for each group.</summary>
    public PromQlExpr Sli(PrometheusDuration window) => Complement(Each("max", SeriesNames.ErrorRatio(window)));

    /// <summary>The burn rate in a window.</summary>
    public PromQlExpr WorstBurnRateIn(PrometheusDuration window)
        => Ql.Binary(BinaryOperator.Divide, Worst("max", SeriesNames.ErrorRatio(window)), Ql.Number(slo.ErrorBudget));

    /// <summary>1 while an alert with these labels fires, 0 while the SLO is known and none does, else nothing.</summary>
    public PromQlExpr IsFiring(params ImmutableArray<(string Label, string Value)> labels) => Ql.Binary(
        BinaryOperator.Or,
        Ql.Aggregate("max", Firing(labels)),
        Ql.Binary(BinaryOperator.Multiply, Ql.Number(0), Ql.Aggregate("max", Identity(SeriesNames.Info))));

    /// <summary>The same for each group; a group is known by its burn rate.</summary>
    public PromQlExpr IsFiringByGroup(params ImmutableArray<(string Label, string Value)> labels) => Ql.Binary(
        BinaryOperator.Or,
        Ql.Aggregate("max", WithGroups(Firing(labels)), slo.By),
        Ql.Binary(BinaryOperator.Multiply, Ql.Number(0), Each("max", SeriesNames.BurnRate1h)));

    private static BinaryExpr Complement(PromQlExpr share) => Ql.Binary(BinaryOperator.Subtract, Ql.Number(1), share);

    private AggregateExpr Each(string op, string series) => Ql.Aggregate(op, Grouped(series), slo.By);

    private AggregateExpr Worst(string op, string series) => Ql.Aggregate(op, Grouped(series));

    private PromQlExpr WorstOf(string op, PromQlExpr perGroup) => slo.By.IsEmpty ? perGroup : Ql.Aggregate(op, perGroup);

    private VectorSelector Identity(string series)
        => Ql.Series(series, (SeriesNames.ServiceLabel, slo.Service), (SeriesNames.SloLabel, slo.Name));

    private VectorSelector Firing(ImmutableArray<(string Label, string Value)> labels) => Ql.Series(
        AlertSeries.Name,
        [
            (AlertSeries.State, AlertSeries.Firing),
            (SeriesNames.ServiceLabel, slo.Service),
            (SeriesNames.SloLabel, slo.Name),
            .. labels,
        ]);

    private VectorSelector Grouped(string series) => WithGroups(Identity(series));

    /// <summary>Only the groups that the reader has chosen.</summary>
    private VectorSelector WithGroups(VectorSelector selector) => selector with
    {
        Matchers = selector.Matchers.AddRange(slo.By.Select(
            label => new LabelMatcher(label, MatchOperator.RegexMatch, "$" + DashboardVariable.ForLabel(label)))),
    };
}
