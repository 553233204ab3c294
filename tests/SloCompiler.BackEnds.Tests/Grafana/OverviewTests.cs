using System.Text.Json.Nodes;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

public sealed class OverviewTests
{
    [Theory]
    [InlineData("Least budget left", "bottomk(10, min by (service, slo) (slo:error_budget_remaining:ratio @ end()))")]
    [InlineData("Highest burn rates, 1h", "topk(10, max by (service, slo) (max_over_time(slo:burn_rate:ratio1h[$__range] @ end())))")]
    public void Lines_are_chosen_once_for_the_whole_time_range(string title, string choice)
        => Assert.EndsWith(
            " and " + choice,
            string.Join(' ', Boards.Text(Boards.List(Boards.Panel(Boards.Overview(), title), "targets").First(), "expr")
                .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);

    [Fact]
    public void Runbooks_are_named_linked_or_none()
    {
        var column = Column("runbook_url");
        Assert.Equal("${__value.raw}", Boards.Text(Assert.IsType<JsonArray>(column["links"]).OfType<JsonObject>().Single(), "url"));
        var mappings = Assert.IsType<JsonArray>(column["mappings"]).OfType<JsonObject>().Select(m => m["options"]).ToList();
        Assert.Equal(["none", "none", "$1"], mappings.Select(m => Boards.Text(m?["result"], "text")));
        Assert.Equal("/^.*\\/([^\\/]+)$/", Boards.Text(mappings.Last(), "pattern"));
    }

    [Fact]
    public void Every_query_of_the_table_has_one_line_for_each_SLO()
    {
        var table = Boards.Panel(Boards.Overview(), "All SLOs");
        Assert.Equal("id", Boards.Text(Boards.List(table, "transformations").First()["options"], "byField"));
        Assert.All(Boards.List(table, "targets"), t => Assert.Contains("label_join(", Boards.Text(t, "expr"), StringComparison.Ordinal));
        Assert.Equal(["Budget left"], Boards.List(table["options"], "sortBy").Select(s => Boards.Text(s, "displayName")));
    }

    [Fact]
    public void The_uid_of_the_dashboard_is_there_for_links_but_not_shown()
        => Assert.True(Column("dashboard_uid")["custom.hideFrom.viz"]?.GetValue<bool>());

    [Fact]
    public void A_page_factor_is_shown_only_where_it_holds_for_all_SLOs()
    {
        Assert.Contains("page factor 6", Factors(SamplePlans.Edge()));
        var edge = SamplePlans.Edge();
        var tiers = edge.Slos[0].Tiers.Select(t => t with { BurnRate = t.BurnRate / 2 });
        Assert.Equal(["exactly on budget: 1"], Factors(edge with { Slos = edge.Slos.SetItem(0, edge.Slos[0] with { Tiers = [.. tiers] }) }));
    }

    private static IEnumerable<string> Factors(Plan.ServicePlan service)
        => Boards.List(Boards.Panel(Boards.Of(SamplePlans.Of(service))["grafana/overview.json"], "Highest burn rates, 1h"), "targets")
            .Select(t => Boards.Text(t, "legendFormat")).Skip(1);

    private static Dictionary<string, JsonNode?> Column(string name)
    {
        var table = Boards.Panel(Boards.Overview(), "All SLOs");
        var column = Boards.List(table["fieldConfig"], "overrides").Single(o => Boards.Text(o["matcher"], "options") == name);
        return Boards.List(column, "properties").ToDictionary(p => Boards.Text(p, "id"), p => p["value"], StringComparer.Ordinal);
    }
}
