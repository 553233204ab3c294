using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Tests.Lint;

public sealed class LintSettingsTests
{
    private const string Rules = """
        groups:
        - name: example
          rules:
          - alert: Down
            expr: absent(upp) == 1
            labels: { team: core }
          - record: job:upp:sum
            expr: sum by (job) (upp)

        """;

    private static readonly ExampleFile Catalogue = new("app.metrics.yaml", "version: metrics/v1\nmetrics:\n  up: { type: gauge }\n");

    [Fact]
    public void Without_settings_a_rule_has_its_own_severity()
        => Assert.Equal([(5, Severity.Warning), (8, Severity.Warning)], Report("{}"));

    [Fact]
    public void A_rule_can_be_switched_off_by_name_or_code()
    {
        Assert.Empty(Report("{ rules: { metric-not-in-catalogue: off } }"));
        Assert.Empty(Report("{ rules: { SLO310: off } }"));
    }

    [Fact]
    public void A_severity_replaces_that_of_the_rule()
        => Assert.Equal([(5, Severity.Error), (8, Severity.Error)], Report("{ rules: { metric-not-in-catalogue: error } }"));

    [Fact]
    public void An_override_holds_for_its_paths_kinds_and_labels_only()
    {
        Assert.Equal([(5, Severity.Warning)], Report("{ overrides: [{ kinds: record, rules: { metric-not-in-catalogue: off } }] }"));
        Assert.Equal([(8, Severity.Warning)], Report("{ overrides: [{ labels: { team: c.+ }, rules: { metric-not-in-catalogue: off } }] }"));
        Assert.Equal(2, Report("{ overrides: [{ paths: vendor/**, rules: { metric-not-in-catalogue: off } }] }").Length);
        Assert.Empty(Report("{ overrides: [{ paths: '*.yml', rules: { metric-not-in-catalogue: off } }] }"));
    }

    [Fact]
    public void Later_settings_win()
        => Assert.Equal(
            [(5, Severity.Error), (8, Severity.Info)],
            Report("{ rules: { metric-not-in-catalogue: info }, overrides: [{ kinds: alert, rules: { metric-not-in-catalogue: error } }] }"));

    [Fact]
    public void A_misspelt_rule_is_an_error_with_a_guess()
    {
        var finding = Assert.Single(Findings("{ rules: { metric-not-in-catalog: off } }"), f => f.Descriptor.Name == "unknown-rule");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("metric-not-in-catalogue", finding.Message, StringComparison.Ordinal);
        Assert.Equal("metric-not-in-catalogue", Assert.Single(finding.Fix?.Edits ?? []).NewText);
    }

    [Fact]
    public void An_error_of_reading_cannot_be_softened()
        => Assert.Contains(Findings("{ rules: { promql-syntax: off } }"), f => f.Descriptor.Name == "rule-not-configurable");

    private static (int Line, Severity Severity)[] Report(string lint)
        => [.. Findings(lint).Select(f => (f.Span.Start.Line, f.Severity))];

    private static ImmutableArray<Diagnostic> Findings(string lint)
        => LintedProject.FindingsOf(
            new ExampleFile("slo.yaml", $"catalogues: ['*.metrics.yaml']\nrules: ['*.yml']\nlint: {lint}\n"),
            Catalogue,
            new ExampleFile("rules.yml", Rules));
}
