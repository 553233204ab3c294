using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Reports.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void A_template_of_the_team_replaces_the_built_in_one()
    {
        var result = With(("slo.hbs", "{{> head}}<p>{{title}}: {{objective}}</p>{{> _end}}"), ("_end.hbs", "<i>{{owner}}</i>"));
        Assert.Contains("<p>Login availability: 99.9%</p><i>team-edge</i>", ReportedProject.Page(result, "slos/edge/login.html"));
        Assert.Contains("All objectives", ReportedProject.Page(result, "index.html"));
    }

    [Fact]
    public void A_style_sheet_of_the_team_is_allowed_by_its_hash_and_cannot_end_its_element()
    {
        var page = ReportedProject.Page(With(("style.css", "a { color: red } </style><script>")), "index.html");
        Assert.Contains("<style>a { color: red } <\\/style><script></style>", page);
    }

    [Theory]
    [InlineData("a\n{{#if title}}\nb", "templates/slo.hbs", 2, "{{#if}} is never closed.")]
    [InlineData("a\nb{{/if}}", "templates/slo.hbs", 2, "{{/if}} closes if, but no block is open.")]
    [InlineData("{{#each tiers}}\n{{#if x}}\n{{/each}}", "templates/slo.hbs", 3, "{{/each}} closes each, but line 2 opens if.")]
    [InlineData("a\n\n{{title", "templates/slo.hbs", 3, "{{ is never closed.")]
    [InlineData("a\n{{chrt charts}}", "templates/slo.hbs", 2, "Helper 'chrt'")]
    [InlineData("a\n{{> hed}}", "templates/slo.hbs", 2, "'hed' could not be resolved")]
    [InlineData("a\n{{title}\n}} b", "templates/slo.hbs", 3, "")]
    [InlineData("a\n{{#if}}{{/if}}", "templates/slo.hbs", 1, "")]
    public void A_broken_template_is_a_finding_with_file_and_line(string text, string path, int line, string message)
    {
        var finding = Assert.Single(With(("slo.hbs", text)).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("SLO046", finding.Descriptor.Code);
        Assert.Equal((path, line), (finding.Span.Source.Path, finding.Span.Start.Line));
        Assert.Contains(message, finding.Message);
    }

    [Theory]
    [InlineData("{{{title}}}")]
    [InlineData("{{&title}}")]
    [InlineData("{{~{title}~}}")]
    [InlineData("{{& title}}")]
    public void A_template_cannot_write_without_escaping(string text)
    {
        var result = With(("slo.hbs", $"x\n{text}"));
        var finding = Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(("SLO047", 2), (finding.Descriptor.Code, finding.Span.Start.Line));
        Assert.Empty(result.Files);
    }

    [Fact]
    public void A_file_that_replaces_nothing_is_reported_with_the_nearest_name()
    {
        var result = With(("indx.hbs", "x"));
        var finding = Assert.Single(result.Diagnostics, d => d.Descriptor.Code == "SLO048");
        Assert.Contains("Did you mean index.hbs?", finding.Message);
        Assert.NotEmpty(result.Files);
    }

    [Fact]
    public void A_missing_folder_of_templates_is_wrong_usage()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var result = project.Build(new ReportRequest { Templates = "nowhere" });
        Assert.True(Diagnostics.ProjectDiagnostics.IsEnvironmental(Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error).Descriptor));
    }

    private static CompilationResult With(params (string Name, string Text)[] templates)
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        foreach (var (name, text) in templates)
        {
            project.Folder.Write($"templates/{name}", text);
        }

        return project.Build(new ReportRequest { Templates = "templates" });
    }
}
