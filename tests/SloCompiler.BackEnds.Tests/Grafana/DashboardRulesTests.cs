using SloCompiler.BackEnds.Tests.Grafana.Validation;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

public sealed class DashboardRulesTests
{
    public static TheoryData<string> FaultNames => [.. PlantedFaults.All.Keys];

    [Fact]
    public void Generated_dashboards_break_no_rule()
        => Assert.Empty(DashboardRules.Check(Boards.Of(SamplePlans.Full), SamplePlans.Full));

    [Fact]
    public void A_project_without_services_still_has_a_good_overview()
    {
        var plan = SamplePlans.Of();
        Assert.DoesNotContain(
            DashboardRules.Check(Boards.Of(plan), plan),
            f => !f.StartsWith("D16 ", StringComparison.Ordinal)); // Without an alert there is no label of one.
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void A_planted_fault_is_found(string name)
    {
        var (code, plant) = PlantedFaults.All[name];
        var boards = Boards.Of(SamplePlans.Full);
        plant(boards["grafana/edge.json"]);
        var board = new BoardCase("grafana/edge.json", boards["grafana/edge.json"], boards, SamplePlans.Full);
        Assert.NotEmpty(DashboardRules.All.Where(r => r.Code == code).SelectMany(r => r.Check(board)));
    }

    [Fact]
    public void Every_rule_has_a_planted_fault()
        => Assert.Equal(
            DashboardRules.All.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal),
            PlantedFaults.All.Values.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal));
}
