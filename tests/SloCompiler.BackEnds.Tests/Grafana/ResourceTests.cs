using SloCompiler.BackEnds.Grafana;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

/// <summary>Dashboards as resources of Grafana's API.</summary>
public sealed class ResourceTests
{
    [Fact]
    public void A_resource_holds_the_dashboard_and_names_it_in_its_metadata()
    {
        var files = new GrafanaResourceBackEnd().Generate(SamplePlans.Full);
        var board = Boards.Parse(files.Single(f => f.Path == "grafana-v1/edge.json").Text);
        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], board.Select(p => p.Key));
        Assert.Equal("dashboard.grafana.app/v1", Boards.Text(board, "apiVersion"));
        Assert.Equal("slo-edge", Boards.Text(board["metadata"], "name"));
        Assert.Equal("slo", Boards.Text(board["metadata"]?["annotations"], "grafana.app/folder"));

        var classic = Boards.Edge();
        classic.Remove("uid");
        Assert.Equal(classic.ToJsonString(), board["spec"]?.ToJsonString());
    }

    [Fact]
    public void Every_dashboard_is_a_resource()
        => Assert.Equal(
            Boards.Of(SamplePlans.Full).Keys.Select(p => p.Replace("grafana/", "grafana-v1/", StringComparison.Ordinal)),
            new GrafanaResourceBackEnd().Generate(SamplePlans.Full).Select(f => f.Path));
}
