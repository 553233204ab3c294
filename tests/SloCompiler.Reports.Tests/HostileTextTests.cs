using System.Text.RegularExpressions;

namespace SloCompiler.Reports.Tests;

public sealed class HostileTextTests
{
    private const int MostCharacters = 300_000;
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    public static TheoryData<string> Texts =>
    [
        Script,
        "\"' onmouseover=alert(1) x='",
        "{{title}} {{{title}}} {{#each}}",
        "</style></title></svg><svg onload=alert(1)>",
        "\u202Eevil\u202C \u05E9\u05DC\u05D5\u05DD \u2067x",
        "a\u0000\u0008\uFFFFb",
        new string('x', 10_000),
        string.Concat(Enumerable.Repeat("<b>&amp;", 1250)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_of_specs_stay_texts(string text)
    {
        var yaml = Quoted(text);
        using var project = new ReportedProject(ReportedProject.Spec(
            head: $"title: {yaml}\nowner: {yaml}\ndescription: {yaml}\nlabels: {{ note: {yaml} }}",
            slo: $"    title: {yaml}\n    description: {yaml}\n    labels: {{ note: {yaml} }}"));
        var result = project.Build();
        Assert.All(result.Diagnostics, d => Assert.NotEqual(Text.Diagnostics.Severity.Error, d.Severity));
        Assert.Equal(2, result.Files.Length);
        foreach (var page in result.Files.Select(f => f.Text))
        {
            Assert.DoesNotContain("<script", page);
            Assert.DoesNotContain("<img", page);
            Assert.DoesNotContain("<b>", page);
            Assert.DoesNotMatch("<[^>]*\\son[a-z]+=", page);
            Assert.DoesNotContain('\0', page);
            Assert.True(page.Length < MostCharacters);
        }
    }

    [Fact]
    public void Hostile_texts_give_the_tags_that_harmless_ones_give()
    {
        var yaml = Quoted(Script);
        var hostile = ReportOf(ReportedProject.Spec(head: $"title: {yaml}\nowner: {yaml}", slo: $"    title: {yaml}"));
        var harmless = ReportOf(ReportedProject.Spec(head: "title: t\nowner: t", slo: "    title: t"));
        foreach (var (a, b) in hostile.Files.Zip(harmless.Files))
        {
            Assert.Equal(Tags(b.Text), Tags(a.Text));
        }
    }

    [Fact]
    public void Text_that_turns_the_direction_is_isolated()
    {
        var yaml = Quoted("\u202Eevil");
        var index = ReportedProject.Page(ReportOf(ReportedProject.Spec(head: $"owner: {yaml}", slo: $"    title: {yaml}")), "slos/edge/login.html");
        Assert.DoesNotContain('\u202E', Regex.Match(index, "<title>.*?</title>").Value);
    }

    [Fact]
    public void A_runbook_that_is_no_web_page_is_no_link()
    {
        Assert.Null(Model.SloModel.Link("javascript:alert(1)"));
        Assert.Null(Model.SloModel.Link("data:text/html,x"));
        Assert.Null(Model.SloModel.Link("//example.org"));
        Assert.Equal("https://example.org/a?b=c", Model.SloModel.Link("https://example.org/a?b=c"));
    }

    private static CompilationResult ReportOf(string spec)
    {
        using var project = new ReportedProject(spec);
        return project.Build();
    }

    private static List<string> Tags(string page) => [.. Regex.Matches(page, "</?[a-z][a-z0-9]*").Select(m => m.Value)];

    private static string Quoted(string text)
        => "\"" + string.Concat(text.Select(c => c is '"' or '\\' ? "\\" + c : c is < ' ' or '\uFFFF' ? $"\\u{(int)c:X4}" : c.ToString())) + "\"";
}
