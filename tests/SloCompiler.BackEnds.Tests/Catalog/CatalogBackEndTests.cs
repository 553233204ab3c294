using System.Text.Json;
using SloCompiler.BackEnds.Catalog;
using SloCompiler.BackEnds.Tests.Samples;
using SloCompiler.Plan;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Catalog;

public class CatalogBackEndTests
{
    [Fact]
    public void The_catalogue_says_all_about_an_slo()
        => Golden.Matches("catalog.json", Write(SamplePlan.Of(SamplePlan.Availability with { MinBadEvents = 10.0m })));

    [Fact]
    public void Hostile_texts_survive()
    {
        const string Hostile = "quote \" backslash \\ newline \n braces {{ }} <b> & über 😀 \u2028";
        var plan = SamplePlan.Of(SamplePlan.Availability with { Metadata = [new PlanLabel("note", Hostile)] });
        using var json = JsonDocument.Parse(Write(plan));
        var labels = json.RootElement.GetProperty("slos")[0].GetProperty("labels");
        Assert.Equal(Hostile, labels.GetProperty("note").GetString());
    }

    [Fact]
    public void Budgets_are_exact()
    {
        var plan = SamplePlan.Of(SamplePlan.Availability with { Objective = 0.9990m });
        Assert.Contains("\"error_budget\": 0.001,\n", Write(plan), StringComparison.Ordinal);
    }

    private static string Write(CompilationPlan plan) => Assert.Single(new CatalogBackEnd().Generate(plan)).Text;
}
