using System.Globalization;
using System.Text;
using System.Text.Json;
using SloCompiler.Prometheus;
using SloCompiler.Reports.Measuring;
using SloCompiler.Testing;

namespace SloCompiler.Reports.Tests;

/// <summary>Three days of samples whose truth is known, in a real Prometheus.</summary>
public sealed class MeasuredTests
{
    private const int Minutes = 3 * 24 * 60;
    private const string Page = "slos/edge/login.html";

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddMinutes(Minutes);

    // 10 events/s for three days; from minute 2000 on, half of them are bad for 30 minutes: 30·5 of 4320·10.
    private static bool IsBad(int minute) => minute is >= 2000 and < 2030;

    [PrometheusFact]
    public async Task Numbers_are_those_of_the_samples()
    {
        using var folder = new TempFolder();
        using var server = await Serve(folder);
        using var project = new ReportedProject(Spec);
        using var client = new PrometheusClient(new PrometheusConnection { Url = server.Url }, TimeProvider.System);
        var compiled = project.Build();
        Assert.NotNull(compiled.Plan);
        var measured = await new Measurer(client, "http://prometheus.example.org", End).MeasureAsync(compiled.Plan);
        Assert.False(measured.HasFailures);

        var login = Assert.Single(measured.Slos["edge/login"].Budgets);
        Assert.Equal((Start, End), (measured.Slos["edge/login"].From, measured.Slos["edge/login"].To));
        Assert.Equal(1 - (150.0 / 43_200), Assert.NotNull(login.Attainment), 9);
        Assert.Equal(1 - (150.0 / 43_200 / 0.01), Assert.NotNull(login.Left), 9);
        Assert.Equal(30, login.BadMinutes);
        Assert.Equal(["2026-11-02", "2026-11-03", "2026-11-04"], login.Periods.Select(p => p.Name));
        Assert.All(login.Periods, p => Assert.True(p.IsWhole));
        Assert.Equal(1, login.Periods[0].Attainment);
        Assert.Equal(1 - (150.0 / 14_400), Assert.NotNull(login.Periods[1].Attainment), 4);
        Assert.Equal(50, login.BurnOverTime.Max(p => p.Value), 6);
        Assert.Equal(1, login.LeftOverTime[0].Value);
        Assert.Equal(BudgetState.Healthy, login.State);
        Assert.Equal([("eu", 1.0), ("us", 0.5)], measured.Slos["edge/by-region"].Budgets.Select(b => (b.Labels[0].Value, b.Attainment ?? 0)));
        Assert.Equal(BudgetState.Exhausted, measured.Slos["edge/by-region"].State);
        Assert.Equal(BudgetState.NoData, measured.Slos["edge/search"].State);

        var pages = ReportBuilder.Build(compiled, new ReportOptions { Measurements = measured });
        Assert.Empty(pages.Diagnostics);
        var files = pages.Files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        var text = PageTests.Text(files[Page]);
        Assert.Contains("State ✓ healthy Good events 99.65% Budget left 65.2%", text);
        Assert.Contains("Bad minutes 30 in slots of 5m above the budget", text);
        Assert.Contains("2026-11-03 98.95% missed 2026-11-04 100.00% met", text);
        Assert.Contains("No data. The server has none of its series in this time.", PageTests.Text(files["slos/edge/search.html"]));
        var index = PageTests.Text(files["index.html"]);
        Assert.Contains("Healthy 1 a quarter of the budget or more is left At risk 0 less than a quarter is left Exhausted 1 nothing is left No data 1", index);
        Assert.Contains("✕ exhausted 50.00%", index);
        CheckData(files);
    }

    [Fact]
    public async Task A_server_that_fails_gives_no_data_with_the_reason()
    {
        using var project = new ReportedProject(Spec);
        var compiled = project.Build();
        Assert.NotNull(compiled.Plan);
        using var client = new PrometheusClient(new PrometheusConnection { Url = new Uri("http://127.0.0.1:9"), Timeout = TimeSpan.FromSeconds(5) }, TimeProvider.System);
        var measured = await new Measurer(client, "http://127.0.0.1:9", End).MeasureAsync(compiled.Plan);
        Assert.True(measured.HasFailures);
        var pages = ReportBuilder.Build(compiled, new ReportOptions { Measurements = measured }).Files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        Assert.Matches("No data. .*127.0.0.1:9", PageTests.Text(pages[Page]));
        Assert.Contains("no_data", pages["slos.csv"]);
    }

    [Theory]
    [InlineData("30d", false, "2026-10-06T12:00:00Z")]
    [InlineData("week", true, "2026-11-02T00:00:00Z")]
    [InlineData("month", true, "2026-11-01T00:00:00Z")]
    [InlineData("quarter", true, "2026-10-01T00:00:00Z")]
    [InlineData("year", true, "2026-01-01T00:00:00Z")]
    public void A_window_starts_with_the_calendar_or_its_length_ago(string window, bool isCalendar, string start)
        => Assert.Equal(
            DateTimeOffset.Parse(start, CultureInfo.InvariantCulture),
            CalendarPeriods.StartOf(new Plan.Slos.PlannedWindow(window, PromQL.PrometheusDuration.FromDays(30), isCalendar), new DateTimeOffset(2026, 11, 5, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(3, "2026-11-02 2026-11-03 2026-11-04")]
    [InlineData(30, "2026-W45 2026-W46 2026-W47 2026-W48 2026-W49")]
    [InlineData(90, "2026-11 2026-12 2027-01")]
    public void A_time_is_divided_at_the_calendar(int days, string names)
    {
        var periods = CalendarPeriods.Of(Start, Start.AddDays(days));
        Assert.Equal(names, string.Join(' ', periods.Select(p => p.Name)));
        Assert.Equal(Start, periods[0].From);
        Assert.Equal(Start.AddDays(days), periods[^1].To);
        Assert.All(periods.Zip(periods.Skip(1)), p => Assert.Equal(p.First.To, p.Second.From));
    }

    [Theory]
    [InlineData(0.99999, "99.99%")]
    [InlineData(0.9899999, "98.99%")]
    [InlineData(0.99, "99.00%")]
    [InlineData(1, "100.00%")]
    public void What_missed_an_objective_never_looks_met(double attainment, string shown)
    {
        using var project = new ReportedProject(Spec);
        Assert.Equal(shown, Charts.MeasuredWords.Attainment(attainment, project.Build().Plan?.Services[0].Slos[0] ?? throw new InvalidOperationException("no plan")));
    }

    private static string Spec => ReportedProject.Spec().Replace("99.9%", "99%", StringComparison.Ordinal).Replace("30d", "3d", StringComparison.Ordinal)
        + More("search", "") + More("by-region", "    by: [region]\n");

    private static string More(string name, string by) => $$"""
          - name: {{name}}
        {{by}}    objective: 99%
            window: 3d
            sli:
              events:
                bad: http_requests_total{route="{{name}}",code=~"5.."}
                total: http_requests_total{route="{{name}}"}
            alerts:
              page: { runbook: login }
              ticket: { runbook: login }

        """;

    private static void CheckData(Dictionary<string, string> files)
    {
        var rows = files["slos.csv"].TrimEnd('\n').Split('\n');
        Assert.Equal("service,slo,labels,title,owner,objective,objective_ratio,window,from,to,state,attainment,budget_left,bad_minutes,problem", rows[0]);
        Assert.Equal("edge,login,,Login availability,team-edge,99%,0.99,3d,2026-11-02T00:00:00Z,2026-11-05T00:00:00Z,healthy,0.9965277778,0.6527777778,30,", rows[1]);
        Assert.Equal(5, rows.Length);
        Assert.Contains("edge,login,,2026-11-02,2026-11-02T00:00:00Z,2026-11-03T00:00:00Z,true,1,met", files["calendar.csv"]);
        Assert.Equal("owner,slos,healthy,at_risk,exhausted,no_data\nteam-edge,3,1,0,1,1\n", files["owners.csv"]);
        using var json = JsonDocument.Parse(files["data.json"]);
        var login = json.RootElement.GetProperty("slos").EnumerateArray().Single(s => s.GetProperty("slo").GetString() == "login");
        Assert.Equal(0.9965277778, login.GetProperty("budgets")[0].GetProperty("attainment").GetDouble());
        Assert.Equal(50, login.GetProperty("budgets")[0].GetProperty("burn_rate_over_time").EnumerateArray().Max(p => p[1].GetDouble()));
    }

    private static async Task<PrometheusServer> Serve(TempFolder folder)
    {
        var samples = folder.Write("samples.txt", Samples());
        var made = Tool.Run("promtool", ["tsdb", "create-blocks-from", "openmetrics", samples, folder.PathOf("data")]);
        Assert.True(made.ExitCode == 0, made.Error);
        var server = PrometheusServer.Start(folder.FullPath, folder.PathOf("none.yml"), "", "--storage.tsdb.retention.time=1000d");
        Assert.True(await server.WaitUntilReady(TimeSpan.FromSeconds(60)));
        return server;
    }

    private static string Samples()
    {
        var text = new StringBuilder();
        Write("slo:total:rate5m", "login", "", _ => 10);
        Write("slo:bad:rate5m", "login", "", m => IsBad(m) ? 5 : 0);
        Write("slo:error_ratio:rate5m", "login", "", m => IsBad(m) ? 0.5 : 0);
        Write("slo:burn_rate:ratio1h", "login", "", m => IsBad(m) ? 50 : 0);
        Write("slo:error_budget_remaining:ratio", "login", "", m => 1 - (Enumerable.Range(2000, 30).Count(bad => bad < m) * 5 / 43_200.0 / 0.01));
        foreach (var (region, bad) in new[] { ("eu", 0.0), ("us", 5.0) })
        {
            Write("slo:total:rate5m", "by-region", $",region=\"{region}\"", _ => 10);
            Write("slo:bad:rate5m", "by-region", $",region=\"{region}\"", _ => bad);
            Write("slo:error_budget_remaining:ratio", "by-region", $",region=\"{region}\"", _ => 1 - (bad / 10 / 0.01));
        }

        return text.Append("# EOF\n").ToString();

        void Write(string name, string slo, string labels, Func<int, double> value)
        {
            for (var minute = 1; minute <= Minutes; minute++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{{service=\"edge\",slo=\"{slo}\"{labels}}} {value(minute)} {Start.AddMinutes(minute).ToUnixTimeSeconds()}\n");
            }
        }
    }
}
