using System.Text;
using SloCompiler.BackEnds.Grafana;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

public sealed class DashboardTests
{
    [Theory]
    [InlineData("overview")]
    [InlineData("edge")]
    [InlineData("batch")]
    public void Panels_keep_their_ids_titles_and_units(string name)
    {
        var text = new StringBuilder();
        foreach (var panel in Boards.Panels(Boards.Of(SamplePlans.Full)[$"grafana/{name}.json"]))
        {
            text.Append(Boards.Number(panel, "id")).Append(' ').Append(Boards.Text(panel, "type")).Append(" | ")
                .Append(Boards.Text(panel, "title")).Append(" | ").Append(Boards.Text(panel["fieldConfig"]?["defaults"], "unit")).Append('\n');
        }

        Golden.Matches($"Grafana/{name}.panels.txt", text.ToString());
    }

    [Fact]
    public void The_provider_file_is_as_Grafana_reads_it()
        => Golden.Matches("Grafana/provisioning.yml", Files(SamplePlans.Full).Single(f => f.Path == "grafana/provisioning.yml").Text);

    [Fact]
    public void The_same_plan_gives_the_same_bytes()
        => Assert.Equal(Files(SamplePlans.Full).Select(f => (f.Path, f.Text)), Files(SamplePlans.Full).Select(f => (f.Path, f.Text)));

    [Fact]
    public void Files_are_indented_and_end_with_one_line_feed()
    {
        foreach (var file in Files(SamplePlans.Full))
        {
            Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
            Assert.False(file.Text.EndsWith("\n\n", StringComparison.Ordinal));
            Assert.DoesNotContain("\r", file.Text, StringComparison.Ordinal);
            Assert.True(GeneratedMarker.IsIn(file.Text), file.Path);
        }

        Assert.StartsWith("{\n  \"uid\": \"slo-overview\",\n  \"title\"", Files(SamplePlans.Full)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_named_overview_has_a_file_and_a_uid_of_its_own()
    {
        var paths = Files(SamplePlans.Full).Select(f => f.Path).ToList();
        Assert.Equal(paths.Count, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("grafana/slo-overview-", paths.Single(p => p.StartsWith("grafana/slo-", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_SLO_or_row_changes_no_id_of_other_panels()
    {
        var edge = SamplePlans.Edge();
        var more = edge with
        {
            Slos = edge.Slos.Insert(0, SamplePlans.Slo("edge", "a-new-one")),
            Rows = edge.Rows.Insert(0, new PlannedRow("New", [SamplePlans.Panel(PlannedPanelType.Stat, "New")])),
        };
        var before = Ids(edge);
        var after = Ids(more);
        Assert.True(after.Count > before.Count);
        Assert.Subset(after.ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void Panels_of_equal_titles_have_ids_of_their_own()
    {
        var panel = SamplePlans.Panel(PlannedPanelType.Stat, "Same");
        var row = new PlannedRow("Same", [panel, panel]);
        var ids = Ids(SamplePlans.Edge() with { Slos = [], Rows = [row, row, new PlannedRow("Same/Same", [panel])] });
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Missing_values_are_grey_words_on_every_number()
    {
        foreach (var panel in Boards.Panels(Boards.Edge()).Where(p => Boards.Text(p, "type") == "stat"))
        {
            var defaults = panel["fieldConfig"]?["defaults"];
            Assert.Equal("No data", Boards.Text(defaults, "noValue"));
            Assert.Equal("#8e8e8e", Boards.Text(Boards.List(defaults, "mappings").Last()["options"]?["result"], "color"));
        }
    }

    [Fact]
    public void Decimals_follow_the_objective()
    {
        var decimals = Boards.Panels(Boards.Edge())
            .Where(p => Boards.Text(p, "title") == "Budget")
            .SelectMany(p => Boards.List(p["fieldConfig"], "overrides").Where(o => Boards.Text(o["matcher"], "options") == "SLI"))
            .Select(o => Boards.Number(Boards.List(o, "properties").Single(p => Boards.Text(p, "id") == "decimals"), "value"));
        Assert.Equal([3, 2, 4, 3], decimals);
    }

    [Fact]
    public void A_by_label_becomes_a_variable_and_a_part_of_legends()
    {
        var board = Boards.Edge();
        var variable = Boards.List(board["templating"], "list").Single(v => Boards.Text(v, "name") == "region");
        Assert.Equal("label_values(slo:error_budget_remaining:ratio{service=\"edge\"}, region)", Boards.Text(variable, "definition"));
        Assert.Contains(Boards.Targets(board), t => Boards.Text(t, "legendFormat") == "budget left {{region}}"
            && Boards.Text(t, "expr").Contains("region=~\"$region\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Factors_are_named_dashed_series()
    {
        var panel = Boards.Panel(Boards.Edge(), "Burn rates of the alert windows");
        var factor = Boards.List(panel, "targets").Single(t => Boards.Text(t, "expr") == "vector(14.4)");
        var dashed = Boards.List(panel["fieldConfig"], "overrides").Single(o => Boards.Text(o["matcher"], "options") == Boards.Text(factor, "legendFormat"));
        Assert.Equal("page factor 14.4 (1h and 5m)", Boards.Text(factor, "legendFormat"));
        Assert.Contains(Boards.List(dashed, "properties"), p => Boards.Text(p["value"], "fill") == "dash");
    }

    [Fact]
    public void Runbooks_are_linked_from_the_top_the_text_the_chart_and_the_table()
    {
        const string url = "https://runbooks.example.org/edge/availability";
        var board = Boards.Edge();
        Assert.Contains(Boards.List(board, "links"), l => Boards.Text(l, "url") == url);
        Assert.Contains($"]({url})", Boards.Text(Boards.Panel(board, "About")["options"], "content"), StringComparison.Ordinal);
        Assert.Contains(Boards.List(Boards.Panel(board, "Burn rates of the alert windows"), "links"), l => Boards.Text(l, "url") == url);
        Assert.Contains(Boards.Texts(Boards.Panel(board, "Now")), t => t.Text == "${__value.raw}");
    }

    private static List<int?> Ids(ServicePlan service)
        => [.. Boards.Panels(Boards.Of(SamplePlans.Of(service))[$"grafana/{service.Service}.json"]).Select(p => Boards.Number(p, "id"))];

    private static OutputFile[] Files(CompilationPlan plan) => [.. new GrafanaBackEnd().Generate(plan)];
}
