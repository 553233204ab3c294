using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Tests.Grafana.Validation;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "quote \" backslash \\ and 'single'",
        "a\nb\r\nc\td\u0000\u0007",
        "<script>alert(1)</script> & </textarea>",
        "[click](javascript:alert(1)) ![x](http://a) **bold** _it_ `code`",
        "$datasource ${region} [[region]] {{region}} $__all",
        "half a pair \ud800 and \u2028 a separator",
        "# heading",
        "1. list",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_words_of_an_author_can_break_a_dashboard(string text)
    {
        var edge = SamplePlans.Edge();
        var plan = SamplePlans.Of(edge with
        {
            Title = text,
            Description = text,
            Slos = [.. edge.Slos.Select(s => s with
            {
                Title = text,
                Description = text,
                Owner = text,
                TotalInWords = text,
                BadInWords = text,
                Runbooks = [.. s.Runbooks.Select(r => r with { Name = text })],
            })],
            Rows = [new PlannedRow(text, [SamplePlans.Panel(PlannedPanelType.Stat, text) with { Description = text }])],
        });
        Assert.Empty(DashboardRules.Check(Boards.Of(plan), plan));
    }

    [Fact]
    public void Words_in_titles_name_no_variable()
    {
        var edge = SamplePlans.Edge();
        var board = Boards.Of(SamplePlans.Of(edge with { Title = "costs $region and ${region}", Rows = [] }))["grafana/edge.json"];
        Assert.Equal("SLO / costs $\u2060region and $\u2060{region} (edge)", Boards.Text(board, "title"));
    }

    [Fact]
    public void Markdown_shows_words_as_they_are_written()
    {
        var slo = SamplePlans.Slo("edge", "a") with { Description = "1. <b>*x*</b> [y](z) $region | #1", ObjectiveText = "99.9%" };
        var board = Boards.Of(SamplePlans.Of(SamplePlans.Service("edge", [slo])))["grafana/edge.json"];
        Assert.StartsWith(
            @"1\. &lt;b&gt;\*x\*&lt;/b&gt; \[y\](z) &#36;region \| \#1" + "\n\n",
            Boards.Text(Boards.Panel(board, "About")["options"], "content"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative/path")]
    [InlineData("ftp://example.org/x")]
    public void A_runbook_that_is_no_web_address_is_not_linked(string url)
    {
        var board = WithRunbook(url);
        Assert.DoesNotContain(Boards.Texts(board), t => t.Text.Contains(url, StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_cannot_end_its_link_or_name_a_variable()
        => Assert.Contains(
            Boards.List(WithRunbook("https://example.org/a b)(<$region>?q=\"x\"#y"), "links"),
            l => Boards.Text(l, "url") == "https://example.org/a%20b%29%28%3C%24region%3E?q=%22x%22#y");

    private static JsonObject WithRunbook(string url)
    {
        var slo = SamplePlans.Slo("edge", "a");
        var runbook = new RunbookLink("page", "book", url, slo.Origin);
        return Boards.Of(SamplePlans.Of(SamplePlans.Service("edge", [slo with { Runbooks = [runbook] }])))["grafana/edge.json"];
    }
}
