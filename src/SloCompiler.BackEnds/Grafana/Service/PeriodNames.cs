using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>Names of calendar periods that sort by time: <c>2026-11</c>, <c>2026-Q4</c>, and of a week the date of its Monday.</summary>
internal static class PeriodNames
{
    private const decimal SecondsPerWeek = 604_800;

    /// <summary>The epoch was a Thursday; the first Monday came four days later.</summary>
    private const decimal FirstMonday = 345_600;

    /// <summary>A vector of one sample 1, whose label <c>period</c> names the period of its time.</summary>
    public static PromQlExpr Of(PlannedWindow window)
    {
        PromQlExpr time = Ql.Call("time");
        if (window.Shift.Seconds is not 0 and var shift)
        {
            time = Ql.Binary(BinaryOperator.Subtract, time, Ql.Number(shift));
        }

        return window.Text switch
        {
            "day" => Date(time),
            "week" => Date(Monday(time)),
            "month" => Named(Sum(Times(Part("year", time), 100), Part("month", time)), "$1-$2", "(....)(..)"),
            "quarter" => Named(
                Sum(Times(Part("year", time), 10), Ql.Call("ceil", Ql.Binary(BinaryOperator.Divide, Part("month", time), Ql.Number(3)))),
                "$1-Q$2",
                "(....)(.)"),
            _ => Key(Part("year", time)),
        };
    }

    private static CallExpr Date(PromQlExpr time) => Named(
        Sum(Times(Part("year", time), 10_000), Times(Part("month", time), 100), Part("day_of_month", time)), "$1-$2-$3", "(....)(..)(..)");

    private static CallExpr Named(PromQlExpr number, string name, string digits) => Ql.Call(
        "label_replace",
        Key(number),
        new StringLiteral(SeriesNames.PeriodLabel),
        new StringLiteral(name),
        new StringLiteral(SeriesNames.PeriodLabel),
        new StringLiteral(digits));

    private static AggregateExpr Key(PromQlExpr number) => new("count_values", number, new StringLiteral(SeriesNames.PeriodLabel), null);

    private static BinaryExpr Monday(PromQlExpr time) => Ql.Binary(
        BinaryOperator.Subtract,
        time,
        Ql.Binary(BinaryOperator.Modulo, Ql.Binary(BinaryOperator.Subtract, time, Ql.Number(FirstMonday)), Ql.Number(SecondsPerWeek)));

    private static CallExpr Part(string function, PromQlExpr time) => Ql.Call(function, Ql.Call("vector", time));

    private static PromQlExpr Times(PromQlExpr value, decimal factor) => StateQueries.Times(value, factor);

    private static PromQlExpr Sum(params IEnumerable<PromQlExpr> parts) => parts.Aggregate((left, right) => Ql.Binary(BinaryOperator.Add, left, right));
}
