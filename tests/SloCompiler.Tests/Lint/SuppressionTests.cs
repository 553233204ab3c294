using System.Globalization;
using SloCompiler.Checks.Engine;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Tests.Lint;

public sealed class SuppressionTests
{
    private const string Reason = "metric-not-in-catalogue -- declared elsewhere";
    private static readonly ExampleFile Catalogue = new("app.metrics.yaml", "version: metrics/v1\nmetrics:\n  up: { type: gauge }\n");

    [Theory]
    [InlineData("expr: upp == 0 # slo: ignore " + Reason)]
    [InlineData("# slo: ignore " + Reason + "\n    expr: upp == 0")]
    [InlineData("# slo: ignore SLO310 -- declared elsewhere\n    # another comment\n\n    expr: upp == 0")]
    [InlineData("# slo: ignore " + Reason + "\n    expr: |\n      up == 0\n      or upp == 0")]
    [InlineData("expr: | # slo: ignore " + Reason + "\n      upp == 0")]
    [InlineData("expr: |\n      up == 0\n      # slo: ignore " + Reason + "\n      or upp == 0")]
    [InlineData("expr: |\n      upp == 0 # slo: ignore " + Reason)]
    [InlineData("expr: upp == 0\n# slo: ignore-file " + Reason)]
    [InlineData("#slo:ignore " + Reason + "\n    expr: upp == 0")]
    public void A_comment_on_or_above_the_line_hides_the_finding(string expr)
    {
        var result = Check(Rule(expr));
        Assert.Empty(Show(result));
        Assert.Equal(1, result.Summary.Suppressed);
    }

    [Theory]
    [InlineData("expr: upp == 0\n    for: 5m # slo: ignore " + Reason)]
    [InlineData("# slo: ignore " + Reason + "\n    for: 5m\n    expr: upp == 0")]
    [InlineData("expr: |\n      up == 0 # slo: ignore " + Reason + "\n      or upp == 0")]
    [InlineData("expr: |\n      upp == 0\n      # slo: ignore " + Reason)]
    [InlineData("expr: |\n      # slo: ignore " + Reason + "\n      up == 0\n      or upp == 0")]
    public void A_comment_elsewhere_hides_nothing_and_is_unused(string expr)
    {
        var result = Check(Rule(expr));
        Assert.Equal(["metric-not-in-catalogue", "unused-suppression"], Show(result).Order());
        Assert.Equal(0, result.Summary.Suppressed);
    }

    [Theory]
    [InlineData("annotations: { summary: '# slo: ignore " + Reason + "' }\n    expr: upp == 0")]
    [InlineData("annotations:\n      summary: |\n        # slo: ignore " + Reason + "\n    expr: upp == 0")]
    [InlineData("# slo: 99.9%\n    expr: upp == 0")]
    [InlineData("# slo:ignored:rate5m is gone\n    expr: upp == 0")]
    public void Text_that_is_no_comment_and_comments_to_people_are_left_alone(string expr)
        => Assert.Equal(["metric-not-in-catalogue"], Show(Check(Rule(expr))));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 1)]
    [InlineData(8, 2)]
    public void A_comment_above_the_first_key_holds_for_the_whole_rule_or_group(int line, int left)
    {
        var lines = """
            groups:
            - name: first
              rules:
              - alert: A
                for: 5m
                expr: upp == 0
              # a comment
              - alert: B
                expr: |
                  up == 0
                  or upp{a="b"} == 0
            - name: second
              rules:
              - alert: C
                expr: uppp == 0

            """.Split('\n').ToList();
        lines.Insert(line - 1, "# slo: ignore " + Reason);
        var result = Check(string.Join('\n', lines));
        Assert.Equal(3 - result.Summary.Suppressed, Show(result).Length);
        Assert.Equal(left == 0 ? 2 : 1, result.Summary.Suppressed);
    }

    [Fact]
    public void Specs_and_their_objectives_take_comments_too()
    {
        const string Spec = """
            version: slo/v1
            service: edge
            title: Edge
            owner: team
            slos:
              # slo: ignore metric-not-in-catalogue -- declared elsewhere
              - name: a
                objective: 99%
                sli:
                  events:
                    bad: upp{code="5"}
                    total: |
                      upp
                alerts: { page: off, ticket: off }

            """;
        var result = LintedProject.Check(LintedProject.FilesOf(Catalogue, new("edge.slo.yaml", Spec)));
        Assert.DoesNotContain("metric-not-in-catalogue", Show(result));
        Assert.Equal(2, result.Summary.Suppressed);
    }

    [Theory]
    [InlineData("2027-01-31", 0)]
    [InlineData("2027-02-01", 2)]
    public void A_suppression_holds_through_its_last_day(string today, int findings)
    {
        var clock = new FixedClock(DateTimeOffset.Parse(today, CultureInfo.InvariantCulture));
        var result = LintedProject.Check(Project(Rule("expr: upp == 0 # slo: ignore metric-not-in-catalogue until 2027-01-31 -- moving")), clock);
        Assert.Equal(findings == 0 ? [] : ["expired-suppression", "metric-not-in-catalogue"], Show(result).Order());
    }

    [Theory]
    [InlineData("# slo: ignore metric-not-in-catalogue", "suppression-without-reason")]
    [InlineData("# slo: ignore metric-not-in-catalogue --", "suppression-without-reason")]
    [InlineData("# slo: ignore metric-not-in-catalogue, metric-not-in-catalog -- x", "unknown-suppressed-rule")]
    [InlineData("# slo: ignore metric-not-in-catalogue, promql-syntax -- x", "invalid-suppression")]
    [InlineData("# slo: ignore metric-not-in-catalogue, unused-suppression -- x", "invalid-suppression")]
    [InlineData("# slo: ignore metric-not-in-catalogue, label-not-in-catalogue -- x", "unused-suppression")]
    public void What_is_wrong_with_a_suppression_is_reported_and_the_rest_of_it_holds(string comment, string expected)
        => Assert.Equal([expected], Show(Check(Rule($"expr: upp == 0 {comment}"))));

    [Theory]
    [InlineData("# slo: ignore")]
    [InlineData("# slo: ingore metric-not-in-catalogue -- x")]
    [InlineData("# slo: ignore metric-not-in-catalogue until 2027-02-30 -- x")]
    [InlineData("# slo: ignore metric-not-in-catalogue because I say so")]
    public void What_cannot_be_read_suppresses_nothing(string comment)
        => Assert.Equal(["invalid-suppression", "metric-not-in-catalogue"], Show(Check(Rule($"expr: upp == 0 {comment}"))).Order());

    [Fact]
    public void A_rule_that_is_off_leaves_no_suppression_unused()
    {
        var files = new ExampleFile[]
        {
            new("slo.yaml", "catalogues: ['*.metrics.yaml']\nrules: ['*.yml']\nlint: { rules: { metric-not-in-catalogue: off } }\n"),
            Catalogue,
            new("rules.yml", Rule("expr: upp == 0 # slo: ignore " + Reason)),
        };
        Assert.Empty(LintedProject.FindingsOf(files));
    }

    [Fact]
    public void A_file_that_cannot_be_read_whole_leaves_no_suppression_unused()
        => Assert.DoesNotContain("unused-suppression", Show(Check(Rule("expr: up == 0 # slo: ignore " + Reason) + "  - alert: B\n    expr: sum(\n")));

    [Theory]
    [InlineData("expr: up == 0 # slo: ignore " + Reason, "expr: up == 0")]
    [InlineData("# slo: ignore " + Reason + "\n    expr: up == 0", "expr: up == 0")]
    [InlineData("expr: upp == 0 # slo: ignore label-not-in-catalogue, " + Reason, "expr: upp == 0 # slo: ignore " + Reason)]
    [InlineData("expr: upp == 0 # slo: ignore SLO310, value-not-in-catalogue, label-not-in-catalogue -- x", "expr: upp == 0 # slo: ignore SLO310 -- x")]
    public void An_unused_suppression_can_be_removed(string before, string after)
    {
        var result = LintedProject.Fix(Project(Rule(before)), FixSafety.Unsafe);
        Assert.Equal(Rule(after), Assert.Single(result.Files).NewText);
        Assert.Empty(Show(result.Check));
    }

    private static MemoryFiles Project(string rules) => LintedProject.FilesOf(Catalogue, new ExampleFile("rules.yml", rules));

    private static CompilationResult Check(string rules) => LintedProject.Check(Project(rules));

    private static string[] Show(CompilationResult result)
        => [.. result.Diagnostics.Where(d => d.Severity != Severity.Info).Select(d => d.Descriptor.Name)];

    private static string Rule(string rest) => $"groups:\n- name: example\n  rules:\n  - alert: A\n    {rest}\n";

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
