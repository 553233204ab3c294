using SloCompiler.Language.Templates;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Versions;

namespace SloCompiler.Language.Tests.Templates;

public sealed class GoTemplateTests
{
    [Fact]
    public void Templates_are_accepted_and_refused_as_Go_does()
        => Assert.Equal(
            TemplateCase.All.Select(c => $"{c.Template} => {c.Expected}"),
            TemplateCase.All.Select(c => $"{c.Template} => {TemplateCase.Describe(GoTemplate.Parse(c.Template))}"));

    [Theory]
    [InlineData("{{ $label.job }}", "$label", "Did you mean `$labels`?")]
    [InlineData("{{ humanise $value }}", "humanise", "Did you mean `humanize`?")]
    [InlineData("{{ value1 }}", "value1", "Did you mean `value`?")]
    [InlineData("{{ labels.job }}", "labels", "Did you mean `label`?")]
    [InlineData("a {{ $value } b", "}", "An action ends with two braces: }}.")]
    [InlineData("a {{ $value", "{{", "Close it with }}.")]
    [InlineData("{{ if $value }}a{{ if $value }}b{{ end }}", "{{ if $value }}", "Close it with {{ end }}.")]
    [InlineData("a {{ end }}", "{{ end }}", "No {{ if }}, {{ with }}, {{ range }} or {{ define }} is open here.")]
    [InlineData("{{ $labels.job-name }}", "-", "A name has letters, digits and _: write {{ index $labels \"with-dash\" }} for such a label.")]
    [InlineData("{{ define \"x\" }}{{ $value }}{{ end }}", "$value", "A {{ define }} or {{ block }} does not see it: hand it on, as in {{ template \"name\" $value }}, and read it there as the dot.")]
    [InlineData("é 😀 {{ foo }}", "foo", "A word is a function; text stands in quotes, a label is $labels.name, the value is $value.")]
    public void Errors_are_marked_and_say_what_to_write(string template, string marked, string help)
    {
        var error = GoTemplate.Parse(template).Errors[0];
        Assert.Equal((marked, help), (template.Substring(error.Span.Start, error.Span.Length), error.Help));
    }

    [Theory]
    [InlineData("{{ foo }} {{ $bar }} {{ 1 | 2 }}", "function \"foo\" not defined; undefined variable \"$bar\"; non executable command in pipeline stage 2")]
    [InlineData("{{ foo $bar 08 }}", "function \"foo\" not defined; undefined variable \"$bar\"; integer overflow: \"08\"")]
    [InlineData("{{ if foo }}{{ bar }}{{ end }}", "function \"foo\" not defined; function \"bar\" not defined")]
    [InlineData("{{ if }}{{ \"a }}{{ end }}{{ bar }}", "missing value for if; unterminated quoted string; function \"bar\" not defined")]
    [InlineData("{{ (1 }}{{ bar }}", "unclosed left paren; function \"bar\" not defined")]
    [InlineData("{{ if . }}{{ if . }}", "unexpected EOF")]
    [InlineData("{{/* a", "unclosed comment")]
    public void One_error_does_not_hide_the_next(string template, string expected)
        => Assert.Equal(expected, string.Join("; ", GoTemplate.Parse(template).Errors.Select(e => e.Message)));

    [Theory]
    [InlineData("{{ now }}", "now")]
    [InlineData("{{ urlQueryEscape $labels.job }}", "urlQueryEscape")]
    [InlineData("{{ with $labels.a }}{{ else with $labels.b }}{{ end }}", "with")]
    public void What_is_newer_than_the_Prometheus_of_the_project_is_refused(string template, string marked)
    {
        var error = GoTemplate.Parse(template, new PrometheusRelease(2, 53)).Errors.Single();
        Assert.Equal((marked, PromQlDiagnostics.TooNew), (template.Substring(error.Span.Start, error.Span.Length), error.Descriptor));
        Assert.True(GoTemplate.Parse(template, PrometheusRelease.Latest).IsValid);
    }

    [Fact]
    public void Deep_and_long_templates_are_read()
    {
        Assert.True(GoTemplate.Parse(Repeat("{{ if . }}", 9_000) + Repeat("{{ end }}", 9_000)).IsValid);
        Assert.True(GoTemplate.Parse("{{ " + Repeat("(", 9_000) + "1" + Repeat(")", 9_000) + " }}").IsValid);
        Assert.True(GoTemplate.Parse("{{ if . }}" + Repeat("{{ else if . }}", 9_000) + "{{ end }}").IsValid);
        Assert.Equal("SLO503", GoTemplate.Parse(Repeat("{{ if . }}", 20_000)).Errors[0].Descriptor.Code);
        Assert.Equal("SLO503", GoTemplate.Parse("{{ " + Repeat("(", 20_000)).Errors[0].Descriptor.Code);
        Assert.Equal("SLO503", GoTemplate.Parse(Repeat("x", 1_000_001)).Errors[0].Descriptor.Code);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
