using System.Globalization;
using System.Text;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Lowering.Tests.Support;
using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Testing;

namespace SloCompiler.Lowering.Tests;

/// <summary>Calendar windows start at zero, where the calendar says so.</summary>
public sealed class CalendarBehaviourTests
{
    private const int Step = 15;
    private const int StepsPerDay = 96;
    private const int January = 31 * StepsPerDay;

    private static readonly CalendarUnit[] Units = [CalendarUnit.Week, CalendarUnit.Month, CalendarUnit.Quarter, CalendarUnit.Year];

    [PromtoolFact]
    public void A_new_month_starts_at_zero_and_rare_scrapes_are_enough()
    {
        var slo = Specs.Slo(Specs.Events(), window: Specs.Calendar(CalendarUnit.Month));
        const int FebruaryFirst = January * Step;
        new Scenario(slo) { Config = ProjectConfig.Default with { ScrapeInterval = PrometheusDuration.FromMinutes(Step) } }
            .Feed("http_requests_total{code=\"200\"}", Counter.Rising((January, 990), (StepsPerDay, 998)))
            .Feed("http_requests_total{code=\"500\"}", Counter.Rising((January, 10), (StepsPerDay, 2)))
            .Near(FebruaryFirst - Step, "slo:period_error_ratio:ratio", 0.01, 1e-4)
            .Near(FebruaryFirst - Step, "slo:period_elapsed:ratio", 1, 1e-3)
            .Near(FebruaryFirst - Step, "slo:error_budget_remaining:ratio", 1 - (0.01 / 0.001), 0.1)
            .None(FebruaryFirst + Step, "slo:period_error_ratio:ratio")
            .Near(FebruaryFirst + 75, "slo:period_error_ratio:ratio", 0.002, 1e-4)
            .Near(FebruaryFirst + (12 * 60), "slo:period_error_ratio:ratio", 0.002, 1e-4)
            .Near(FebruaryFirst + (12 * 60), "slo:error_budget_remaining:ratio", 1 - (2 * 0.5 / 28), 1e-2)
            .Run("15m");
    }

    [PromtoolFact]
    public void Keys_and_elapsed_shares_agree_with_the_calendar()
    {
        var tests = new StringBuilder();
        foreach (var time in Times())
        {
            foreach (var unit in Units)
            {
                var (start, end) = PeriodOf(unit, time);
                var elapsed = (time - start) / (end - start);
                Expect(tests, string.Create(CultureInfo.InvariantCulture, $"count(abs({Print(CalendarTrees.Elapsed(unit, Seconds(time)))} - {elapsed:R}) < 1e-9)"));
                Expect(tests, $"count({Key(unit, time)} == {Key(unit, start)})");
                Expect(tests, $"count({Key(unit, time)} != {Key(unit, start.AddSeconds(-1))})");
                Expect(tests, $"count({Key(unit, time)} == {Key(unit, end.AddSeconds(-1))})");
            }
        }

        using var folder = new TempFolder();
        folder.Write("rules.yml", "groups: []\n");
        var file = folder.Write("test.yml", $"rule_files: [rules.yml]\ntests:\n- interval: 1m\n  promql_expr_test:\n{tests}");
        Promtool.TestRules(file).ShouldSucceed();
    }

    private static IEnumerable<DateTime> Times()
    {
        var edges = new[]
        {
            At(2026, 1, 1), At(2027, 12, 31), At(2028, 2, 28), At(2028, 2, 29), At(2028, 3, 1), At(2028, 3, 31), At(2028, 4, 1),
            At(2028, 6, 30), At(2028, 7, 1), At(2028, 9, 30), At(2028, 10, 1), At(2028, 12, 31), At(2029, 1, 1), At(2100, 3, 1),
        };
        var spread = Enumerable.Range(0, 40).Select(i => At(2026, 1, 5).AddDays(i * 37).AddSeconds(i * 7919 % 86400));
        return edges.Concat(edges.Select(edge => edge.AddSeconds(86399))).Concat(spread);
    }

    private static DateTime At(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);

    private static (DateTime Start, DateTime End) PeriodOf(CalendarUnit unit, DateTime time)
    {
        var month = At(time.Year, time.Month, 1);
        var quarter = At(time.Year, (((time.Month - 1) / 3) * 3) + 1, 1);
        var monday = time.Date.AddDays(-(((int)time.DayOfWeek + 6) % 7));
        return unit switch
        {
            CalendarUnit.Week => (monday, monday.AddDays(7)),
            CalendarUnit.Month => (month, month.AddMonths(1)),
            CalendarUnit.Quarter => (quarter, quarter.AddMonths(3)),
            CalendarUnit.Year => (At(time.Year, 1, 1), At(time.Year + 1, 1, 1)),
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };
    }

    private static NumberLiteral Seconds(DateTime time) => new((time - DateTime.UnixEpoch).TotalSeconds);

    private static string Key(CalendarUnit unit, DateTime time) => Print(CalendarTrees.Key(unit, Seconds(time)));

    private static string Print(PromQlExpr expr) => $"({PromQlPrinter.Print(expr)})";

    private static void Expect(StringBuilder tests, string expr)
        => tests.Append("  - {expr: '").Append(expr).Append("', eval_time: 0, exp_samples: [{labels: '{}', value: 1}]}\n");
}
