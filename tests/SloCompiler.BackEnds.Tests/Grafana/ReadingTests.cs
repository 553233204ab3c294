using System.Text.Json.Nodes;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL.Syntax;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

/// <summary>What a person on call reads off a dashboard: colours, units and names that mean what they seem to mean.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Latency_and_its_threshold_are_in_seconds_whatever_unit_the_histogram_has()
    {
        var edge = SamplePlans.Edge();
        var milliseconds = edge with
        {
            Slos = [.. edge.Slos.Select(s => s.Signal is HistogramSignal ? s with { Signal = new HistogramSignal(Ql.Series("lag_ms"), false, 250) } : s)],
        };
        var panel = Boards.Panel(Boards.Of(SamplePlans.Of(milliseconds))["grafana/edge.json"], "Latency");
        Assert.Equal("s", Boards.Text(panel["fieldConfig"]?["defaults"], "unit"));
        var threshold = Boards.List(panel, "targets").Last();
        Assert.Equal("vector(0.25)", Boards.Text(threshold, "expr"));
        Assert.Equal("threshold 250ms", Boards.Text(threshold, "legendFormat"));
    }

    [Theory]
    [InlineData(0, "#D0021B")]
    [InlineData(1, "#E5750B")]
    public void Below_the_objective_is_red_only_where_that_is_a_miss(int slo, string colour)
    {
        var panel = Boards.Panels(Boards.Edge()).Where(p => Boards.Text(p, "title") == "Budget").ElementAt(slo);
        var thresholds = Property(panel, "SLI", "thresholds");
        Assert.Equal([colour, "text"], Boards.List(thresholds, "steps").Select(s => Boards.Text(s, "color")));
    }

    [Fact]
    public void The_axis_of_the_budget_starts_at_0()
        => Assert.Equal(0, Boards.Number(Boards.Panel(Boards.Edge(), "Error budget, 30d")["fieldConfig"]?["defaults"]?["custom"], "axisSoftMin"));

    [Fact]
    public void Each_alert_has_one_colour_for_its_windows_and_its_factor()
    {
        var panel = Boards.Panel(Boards.Edge(), "Burn rates of the alert windows");
        Assert.Equal(
            ["5m #D0021B dot", "30m #A0522D dot", "1h #D0021B solid", "6h #A0522D solid", "3d #3274D9 solid",
                "page factor 14.4 (1h and 5m) #D0021B dash", "page factor 6 (6h and 30m) #A0522D dash", "ticket factor 1 (3d and 6h) #3274D9 dash"],
            Boards.List(panel["fieldConfig"], "overrides").Select(Look));
    }

    [Fact]
    public void Burn_rates_of_many_groups_are_those_of_the_worst_one()
    {
        var panel = Boards.Panels(Boards.Edge()).Single(p => Boards.Text(p, "title") == "Burn rates of the alert windows"
            && Boards.Text(p, "description").Contains("The worst group of all by region.", StringComparison.Ordinal));
        Assert.All(Boards.List(panel, "targets"), t => Assert.DoesNotContain(" by ", Boards.Text(t, "expr"), StringComparison.Ordinal));
        Assert.All(Boards.List(panel, "targets"), t => Assert.DoesNotContain("{{", Boards.Text(t, "legendFormat"), StringComparison.Ordinal));
    }

    [Fact]
    public void Purposes_of_runbooks_are_words()
        => Assert.Contains("runbook silence (no data)", About(), StringComparison.Ordinal);

    [Fact]
    public void The_first_thing_that_the_text_says_is_what_to_do()
        => Assert.StartsWith("- **Do:** [runbook availability (page, ticket)](https://runbooks.example.org/edge/availability)", About(), StringComparison.Ordinal);

    [Fact]
    public void A_silence_is_filled_in_for_the_SLO()
    {
        const string silence = "https://alertmanager.example.org/#/silences/new?filter=%7Bservice%3D%22edge%22%2Cslo%3D%22";
        Assert.Contains($"[silence its alerts]({silence}login-availability%22%7D)", About(), StringComparison.Ordinal);
        Assert.Contains(Boards.Texts(Boards.Panel(Boards.Edge(), "Now")), t => t.Key == "url" && t.Text == silence + "${__data.fields.slo:percentencode}%22%7D");
    }

    [Fact]
    public void The_raw_series_are_a_click_away()
    {
        var url = About().Split("[explore raw series](")[1].Split(')')[0];
        var panes = Uri.UnescapeDataString(url.Split("panes=")[1]);
        Assert.StartsWith("https://grafana.example.org/explore?schemaVersion=1&panes=%7B%22slo%22", url, StringComparison.Ordinal);
        var pane = Boards.Parse(panes)["slo"];
        Assert.Equal("${datasource}", Boards.Text(pane, "datasource"));
        Assert.Equal(
            ["rate(http_requests_total{code=\"500\"}[$__rate_interval])", "rate(http_requests_total[$__rate_interval])"],
            Boards.List(pane, "queries").Select(q => Boards.Text(q, "expr")));
    }

    [Fact]
    public void Links_to_other_systems_need_their_addresses()
    {
        var plan = SamplePlans.Full with { Project = new Plan.ProjectFacts(null, "page", "ticket") };
        var text = Boards.Text(Boards.Panel(Boards.Of(plan)["grafana/edge.json"], "About")["options"], "content");
        Assert.DoesNotContain("silence its", text, StringComparison.Ordinal);
        Assert.DoesNotContain("explore", text, StringComparison.Ordinal);
    }

    private static string About() => Boards.Text(Boards.Panel(Boards.Edge(), "About")["options"], "content");

    private static JsonNode? Property(JsonObject panel, string field, string id) => Boards.List(panel["fieldConfig"], "overrides")
        .Where(o => Boards.Text(o["matcher"], "options") == field)
        .SelectMany(o => Boards.List(o, "properties"))
        .Single(p => Boards.Text(p, "id") == id)["value"];

    private static string Look(JsonObject field)
    {
        var properties = Boards.List(field, "properties").ToDictionary(p => Boards.Text(p, "id"), p => p["value"], StringComparer.Ordinal);
        var style = Boards.Text(properties.GetValueOrDefault("custom.lineStyle"), "fill");
        return $"{Boards.Text(field["matcher"], "options")} {Boards.Text(properties["color"], "fixedColor")} {(style.Length == 0 ? "solid" : style)}";
    }
}
