using System.Collections.Immutable;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>
/// Queries whose results have one line for each of many SLOs, that of its worst group. All of them aggregate, so that two Prometheus
/// servers with the same rules do not show up as two SLOs.
/// </summary>
/// <param name="service">The service; null for all of them.</param>
/// <param name="pages">Severities of alerts that page, one at least.</param>
/// <param name="windows">The windows that the SLOs have.</param>
internal sealed class StateQueries(string? service, ImmutableArray<string> pages, ImmutableArray<PlannedWindow> windows)
{
    /// <summary>Label that is made of service and SLO, where there are several services.</summary>
    public const string IdLabel = "id";

    /// <summary>Label that names an alert in words.</summary>
    public const string AlertLabel = "alert";

    private const string IdSeparator = "/";

    /// <summary>Keeps a division by the burn rate finite; at this rate a budget outlives every window.</summary>
    private const decimal SlowestBurnRate = 0.001m;

    private static readonly VectorMatching WithoutState = new(false, [AlertSeries.State]);

    /// <summary>The label by which lines of several queries belong together.</summary>
    public string Key => service is null ? IdLabel : SeriesNames.SloLabel;

    /// <summary>Metadata as labels.</summary>
    public PromQlExpr Info(params ImmutableArray<string> labels) => Ql.Aggregate("max", WithKey(Of(SeriesNames.Info)), [Key, .. labels]);

    /// <summary>The most urgent of <see cref="States.Words"/>.</summary>
    public PromQlExpr State
    {
        get
        {
            var burn = Per("max", Of(SeriesNames.BurnRate1h));
            var known = Per("max", Of(SeriesNames.Info));
            return AnyOf(
                Times(Per("max", Burning(Pages)), States.Page),
                Times(Per("max", Burning(NotPages)), States.Ticket),
                Ql.Binary(BinaryOperator.Unless, Always(known, States.NoData), burn),
                Always(Ql.Binary(BinaryOperator.LessOrEqual, BudgetLeft, Ql.Number(0)), States.Exhausted),
                Always(Ql.Binary(BinaryOperator.Greater, burn, Ql.Number(1)), States.Burning),
                Always(known, States.Ok));
        }
    }

    /// <summary>The budget that is left, 1 at most.</summary>
    public PromQlExpr BudgetLeft => Per("min", Of(SeriesNames.BudgetRemaining));

    /// <summary>The burn rate of the last hour.</summary>
    public PromQlExpr BurnRate => Per("max", Of(SeriesNames.BurnRate1h));

    /// <summary>The share of good events in the window so far, 0–1.</summary>
    public PromQlExpr Sli => Ql.Binary(BinaryOperator.Subtract, Ql.Number(1), Per("max", Of(SeriesNames.PeriodErrorRatio)));

    /// <summary>
    /// Seconds until the budget is gone at the burn rate of the last hour; <see cref="States.BeyondWindow"/> where the window, or what is
    /// left of the calendar period, ends before.
    /// </summary>
    public PromQlExpr TimeToExhaustion
    {
        get
        {
            var left = Ql.Call("clamp_min", Of(SeriesNames.BudgetRemaining), Ql.Number(0));
            var rate = Ql.Call("clamp_min", Of(SeriesNames.BurnRate1h), Ql.Number(SlowestBurnRate));
            var share = Per("min", Ql.Binary(BinaryOperator.Divide, left, rate));
            PromQlExpr within = Ql.Binary(BinaryOperator.Less, share, Ql.Number(1));
            if (windows.Any(w => w.IsCalendar))
            {
                var ahead = Ql.Binary(BinaryOperator.Subtract, Ql.Number(1), Per("max", Of(SeriesNames.PeriodElapsed)));
                within = Ql.Binary(BinaryOperator.Unless, within, Ql.Binary(BinaryOperator.GreaterOrEqual, share, ahead));
            }

            return AnyOf(Ql.Binary(BinaryOperator.Multiply, within, Lengths()), Always(share, States.BeyondWindow));
        }
    }

    /// <summary>The alert that matters most of those that fire, as a label; nothing where none fires.</summary>
    public PromQlExpr Alert
    {
        get
        {
            ImmutableArray<string> labels = [Key, AlertSeries.AlertName, SeriesNames.SeverityLabel, SeriesNames.TierLabel];
            var alerts = PagesFirst(more => Ql.Aggregate("max", WithKey(Firing(more)), labels));
            var first = new AggregateExpr("topk", alerts, Ql.Number(1), new AggregateGrouping(false, [Key]));
            return Ql.Aggregate(
                "max",
                Join(first, AlertLabel, " ", AlertSeries.AlertName, SeriesNames.SeverityLabel, SeriesNames.TierLabel),
                Key,
                AlertLabel);
        }
    }

    /// <summary>Since when an alert fires, in milliseconds since the epoch; nothing where none fires.</summary>
    public PromQlExpr FiringSince => Times(
        Per("min", Ql.Binary(BinaryOperator.And, new VectorSelector(AlertSeries.StartName, Slos), Firing(), WithoutState)),
        1000);

    /// <summary>2 while an alert that pages fires, 1 while another does, for each alert.</summary>
    public PromQlExpr FiringOverTime(params ImmutableArray<string> labels) => PagesFirst(more => Ql.Aggregate("max", OfService(more), labels));

    /// <summary>Alerts about SLOs that fire, with more conditions.</summary>
    public VectorSelector Firing(params ImmutableArray<LabelMatcher> more) => new(
        AlertSeries.Name,
        [new LabelMatcher(AlertSeries.State, MatchOperator.Equal, AlertSeries.Firing), .. Slos, .. more]);

    /// <summary>The worst of each SLO.</summary>
    public AggregateExpr Per(string op, PromQlExpr series) => Ql.Aggregate(op, WithKey(series), Key);

    /// <summary>A recorded series of the SLOs.</summary>
    public VectorSelector Of(string series) => service is null ? Ql.Series(series) : Ql.Series(series, (SeriesNames.ServiceLabel, service));

    /// <summary>The first of several results that there is.</summary>
    public static PromQlExpr AnyOf(params IEnumerable<PromQlExpr> results) => results.Aggregate((first, next) => Ql.Binary(BinaryOperator.Or, first, next));

    /// <summary>One value for all lines of a result.</summary>
    public static PromQlExpr Always(PromQlExpr lines, decimal value)
        => value == 0 ? Times(lines, 0) : Ql.Binary(BinaryOperator.Add, Times(lines, 0), Ql.Number(value));

    /// <summary>A multiple.</summary>
    public static PromQlExpr Times(PromQlExpr value, decimal factor) => Ql.Binary(BinaryOperator.Multiply, value, Ql.Number(factor));

    /// <summary>A label made of others.</summary>
    public static CallExpr Join(PromQlExpr series, string label, string separator, params ImmutableArray<string> parts)
        => Ql.Call("label_join", [series, new StringLiteral(label), new StringLiteral(separator), .. parts.Select(p => new StringLiteral(p))]);

    private LabelMatcher Service => service is null
        ? new LabelMatcher(SeriesNames.ServiceLabel, MatchOperator.NotEqual, "")
        : new LabelMatcher(SeriesNames.ServiceLabel, MatchOperator.Equal, service);

    private ImmutableArray<LabelMatcher> Slos => [Service, new LabelMatcher(SeriesNames.SloLabel, MatchOperator.NotEqual, "")];

    /// <summary>Of one service, also alerts that are about no SLO.</summary>
    private VectorSelector OfService(params ImmutableArray<LabelMatcher> more) => service is null
        ? Firing(more)
        : new VectorSelector(AlertSeries.Name, [new LabelMatcher(AlertSeries.State, MatchOperator.Equal, AlertSeries.Firing), Service, .. more]);

    private VectorSelector Burning(ImmutableArray<LabelMatcher> severities)
        => Firing([new LabelMatcher(AlertSeries.AlertName, MatchOperator.Equal, SeriesNames.BurnAlert), .. severities]);

    private ImmutableArray<LabelMatcher> Pages => Severity(MatchOperator.Equal, MatchOperator.RegexMatch);

    private ImmutableArray<LabelMatcher> NotPages => Severity(MatchOperator.NotEqual, MatchOperator.RegexNoMatch);

    private ImmutableArray<LabelMatcher> Severity(MatchOperator one, MatchOperator many) => pages switch
    {
        [var only] => [new LabelMatcher(SeriesNames.SeverityLabel, one, only)],
        _ => [new LabelMatcher(SeriesNames.SeverityLabel, many, string.Join('|', pages.Select(Literal)))],
    };

    /// <summary>2 for alerts that page, 1 for others.</summary>
    private PromQlExpr PagesFirst(Func<ImmutableArray<LabelMatcher>, PromQlExpr> alerts)
        => AnyOf(Times(alerts(Pages), 2), alerts([]));

    private PromQlExpr WithKey(PromQlExpr series)
        => service is null ? Join(series, IdLabel, IdSeparator, SeriesNames.ServiceLabel, SeriesNames.SloLabel) : series;

    /// <summary>The lengths of the windows in seconds; that of each SLO where they differ.</summary>
    private PromQlExpr Lengths()
    {
        var lengths = windows.DistinctBy(w => w.Text).ToImmutableArray();
        return lengths.Length <= 1
            ? Ql.Number(lengths.Sum(w => w.Length.Seconds))
            : AnyOf(lengths.Select(w => Times(Per("max", WithWindow(w.Text)), w.Length.Seconds)));
    }

    private VectorSelector WithWindow(string window)
    {
        var info = Of(SeriesNames.Info);
        return info with { Matchers = info.Matchers.Add(new LabelMatcher(InfoLabels.Window, MatchOperator.Equal, window)) };
    }

    /// <summary>A text for a regular expression that stands for itself.</summary>
    public static string Literal(string text)
        => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ' ' or > '\u007f' ? $"{c}" : $@"\{c}"));
}
