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

    [Fact]
    public void An_objective_has_no_colour_that_looks_like_a_state()
    {
        var defaults = Boards.Panel(Boards.Edge(), "Objective")["fieldConfig"]?["defaults"];
        Assert.Equal("thresholds", Boards.Text(defaults?["color"], "mode"));
        Assert.Equal(["text"], StepColours(defaults));
    }

    [Theory]
    [InlineData("SLI over 30d", "red")]
    [InlineData("SLI over the calendar month", "orange")]
    public void Below_the_objective_is_red_only_where_that_is_a_miss(string title, string colour)
        => Assert.Equal([colour, "green"], StepColours(Boards.Panel(Boards.Edge(), title)["fieldConfig"]?["defaults"]));

    [Fact]
    public void Bad_events_left_are_not_rounded_to_whole_thousands()
    {
        var defaults = Boards.Panel(Boards.Edge(), "Bad events left")["fieldConfig"]?["defaults"];
        Assert.Equal("short", Boards.Text(defaults, "unit"));
        Assert.Null(defaults?["decimals"]);
    }

    [Fact]
    public void The_axis_of_the_budget_starts_at_0()
        => Assert.Equal(0, Boards.Number(Boards.Panel(Boards.Edge(), "Error budget over time")["fieldConfig"]?["defaults"]?["custom"], "axisSoftMin"));

    [Fact]
    public void Each_alert_has_one_colour_for_its_windows_and_its_factor()
    {
        var panel = Boards.Panel(Boards.Edge(), "Burn rates");
        Assert.Equal(
            ["5m red dot", "30m orange dot", "1h red solid", "6h orange solid", "3d blue solid",
                "page factor 14.4 (1h and 5m) red dash", "page factor 6 (6h and 30m) orange dash", "ticket factor 1 (3d and 6h) blue dash"],
            Boards.List(panel["fieldConfig"], "overrides").Select(Look));
    }

    [Fact]
    public void Burn_rates_of_many_groups_are_those_of_the_worst_one()
    {
        var panel = Boards.Panels(Boards.Edge()).Single(p => Boards.Text(p, "title") == "Burn rates"
            && Boards.Text(p, "description").Contains("The worst group of all by region.", StringComparison.Ordinal));
        Assert.All(Boards.List(panel, "targets"), t => Assert.DoesNotContain(" by ", Boards.Text(t, "expr"), StringComparison.Ordinal));
        Assert.All(Boards.List(panel, "targets"), t => Assert.DoesNotContain("{{", Boards.Text(t, "legendFormat"), StringComparison.Ordinal));
    }

    [Fact]
    public void Purposes_of_runbooks_are_words()
        => Assert.Contains("**Runbook (no data):** silence", Boards.Text(Boards.Panel(Boards.Edge(), "About")["options"], "content"), StringComparison.Ordinal);

    private static IEnumerable<string> StepColours(JsonNode? defaults)
        => Boards.List(defaults?["thresholds"], "steps").Select(s => Boards.Text(s, "color"));

    private static string Look(JsonObject field)
    {
        var properties = Boards.List(field, "properties").ToDictionary(p => Boards.Text(p, "id"), p => p["value"], StringComparer.Ordinal);
        var style = Boards.Text(properties.GetValueOrDefault("custom.lineStyle"), "fill");
        return $"{Boards.Text(field["matcher"], "options")} {Boards.Text(properties["color"], "fixedColor")} {(style.Length == 0 ? "solid" : style)}";
    }
}
