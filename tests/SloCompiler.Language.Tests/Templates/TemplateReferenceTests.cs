using SloCompiler.Language.Templates;
using SloCompiler.Language.Templates.References;

namespace SloCompiler.Language.Tests.Templates;

public sealed class TemplateReferenceTests
{
    [Theory]
    [InlineData("{{ $labels.job }} {{ .Labels.env }}", "job env")]
    [InlineData("{{ index $labels \"a-b\" }}{{ with $labels }}{{ .x }}{{ end }}", "a-b x")]
    [InlineData("{{ $l := $labels }}{{ $l.job }}{{ $ := 1 }}", "job")]
    [InlineData("{{ $.Labels.job }}", "job")]
    [InlineData("{{ if $labels.job }}{{ $labels.job }}{{ end }}", "job? job")]
    [InlineData("{{ with $labels.job }}{{ . }}{{ end }}", "job?")]
    [InlineData("{{ define \"t\" }}{{ .Labels.job }}{{ end }}{{ template \"t\" . }}", "job")]
    [InlineData("{{ define \"t\" }}{{ .arg1.job }}{{ end }}{{ template \"t\" args $value $labels }}", "job")]
    [InlineData("{{ define \"t\" }}{{ .Labels.job }}{{ end }}", "")]
    [InlineData("{{ $labels }}", "*")]
    [InlineData("{{ range $k, $v := .Labels }}{{ $k }}={{ $v }}{{ end }}", "*")]
    [InlineData("{{ or $labels.a $labels.b \"none\" | toUpper }}", "a b")]
    [InlineData("{{ printf \"%s on %s\" $labels.a $labels.b }}", "a b")]
    [InlineData("{{ query (printf \"up{job='%s'}\" $labels.job) | first | label \"instance\" }}", "job")]
    [InlineData("{{ block \"b\" $labels }}{{ .x }}{{ end }}", "x")]
    [InlineData("{{ $x := $value }}{{ if $value }}{{ $x = $labels }}{{ end }}{{ $x.job }}", "job")]
    public void Labels_are_found_wherever_they_are_read(string template, string expected)
    {
        var references = Of(template);
        var names = references.Labels.Select(l => l.Name + (l.IsTested ? "?" : ""));
        Assert.Equal(expected, string.Join(' ', references.ReadsAllLabels ? names.Append("*") : names));
    }

    [Theory]
    [InlineData("{{ $value }}% of", "$value: Printed '% of'")]
    [InlineData("{{ .Value | humanizePercentage }}", ".Value: humanizePercentage Printed ''")]
    [InlineData("{{ printf \"%.2f\" $value }} s", "$value: printf %.2f Printed ' s'")]
    [InlineData("{{ $v := $value }}{{ $v | humanize }}", "$value: Kept '', $v: humanize Printed ''")]
    [InlineData("{{ $v := humanize $value }}{{ $v -}} %", "$value: humanize Kept '', $v: humanize Printed '%'")]
    [InlineData("{{ if gt $value 1.0 }}a{{ end }}", "$value: gt Tested ''")]
    [InlineData("{{ with $value }}{{ . }}{{ end }}", "$value: Tested '', .: Printed ''")]
    [InlineData("{{ query \"up\" | first | value | humanize }}", "value 0: humanize Printed ''")]
    [InlineData("{{ range query \"up\" }}{{ .Value }}{{ end }}", ".Value 0: Printed ''")]
    public void Uses_of_the_value_are_found_with_what_is_done_to_it(string template, string expected)
        => Assert.Equal(expected, string.Join(", ", Of(template).Values.Select(v => Describe(template, v))));

    [Theory]
    [InlineData("{{ query \"sum(up)\" | first | label \"instance\" }}", "sum(up): instance")]
    [InlineData("{{ range query `up` | sortByLabel \"job\" }}{{ .Labels.instance }}{{ end }}", "up: job instance")]
    [InlineData("{{ with query \"up\" }}{{ . | first | value }}{{ (index . 0).Labels.x }}{{ end }}", "up: x")]
    [InlineData("{{ $q := query \"up\" }}{{ $s := first $q }}{{ $s.Labels.job }}{{ $s }}", "up: job *")]
    [InlineData("{{ range $i, $s := query \"up\" }}{{ $s.Labels.job }}{{ end }}", "up: job")]
    [InlineData("{{ query (printf \"%s\" $labels.x) | first }}", "?: *")]
    public void Queries_are_found_with_the_labels_that_are_read_of_them(string template, string expected)
        => Assert.Equal(expected, string.Join("; ", Of(template).Queries.Select(q =>
            $"{q.Literal?.Value ?? "?"}: {string.Join(' ', q.Labels.Select(l => l.Name).Concat(q.ReadsAllLabels ? ["*"] : []))}")));

    [Theory]
    [InlineData("{{ humanize }}", "humanize", "wrong number of args for humanize: want 1 got 0")]
    [InlineData("{{ $value | printf \"%s\" | humanize 1 }}", "humanize", "wrong number of args for humanize: want 1 got 2")]
    [InlineData("{{ eq 1 }}", "eq", "wrong number of args for eq: want at least 2 got 1")]
    [InlineData("{{ $labels.job | $value }}", "$value", "$value is not a function but has arguments")]
    [InlineData("{{ .labels.job }}", "labels", "an alert has no field labels")]
    [InlineData("{{ $labels.job.x }}", "x", "text has no field x")]
    [InlineData("{{ (query \"up\").Value }}", "Value", "the list of samples that a query gives has no field Value")]
    [InlineData("{{ template \"t\" }}", "\"t\"", "template \"t\" not defined")]
    [InlineData("{{ $x = 1 }}", "$x", "undefined variable: $x")]
    [InlineData("{{ query \"sum(\\\"up{\" }}", "\"sum(\\\"up{\"", null)]
    [InlineData("{{ query \"é up + rate(up)\" }}", null, null)]
    [InlineData("{{ query \"up[5m]\" }}", "\"up[5m]\"", "query result is not a vector or scalar")]
    public void What_fails_when_the_alert_fires_is_warned_of(string template, string? marked, string? message)
    {
        var warning = Of(template).Warnings[0];
        Assert.Equal(message ?? warning.Message, warning.Message);
        Assert.Equal(message is null ? TemplateDiagnostics.Query : warning.Descriptor, warning.Descriptor);
        Assert.Equal(message is null || marked is null ? null : marked, message is null || marked is null ? null : template.Substring(warning.Span.Start, warning.Span.Length));
    }

    [Theory]
    [InlineData("{{ (toTime $value).Format \"2006\" }}{{ $t := toTime $value }}{{ $t.Format \"2006\" }}")]
    [InlineData("{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}")]
    [InlineData("{{ range $v := query \"up\" }}{{ $v.Value }}{{ break }}{{ else }}{{ .Value }}{{ end }}")]
    [InlineData("{{ with $x := $labels.job }}{{ $x | title }}{{ else }}{{ $x }}{{ end }}")]
    public void What_works_is_not_warned_of(string template) => Assert.Empty(Of(template).Warnings);

    [Fact]
    public void Templates_that_call_each_other_end()
    {
        var names = Enumerable.Range(0, 60).ToList();
        var text = string.Concat(names.Select(n => $"{{{{ define \"t{n}\" }}}}" + string.Concat(names.Select(m => $"{{{{ template \"t{m}\" humanize . }}}}")) + "{{ end }}"));
        Assert.Empty(Of(text + "{{ template \"t0\" $value }}").Warnings);
    }

    private static TemplateReferences Of(string template)
    {
        var result = GoTemplate.Parse(template);
        Assert.Empty(result.Errors);
        return TemplateReferences.Of(result.Tree);
    }

    private static string Describe(string template, TemplateValueReference value)
    {
        var origin = template.Substring(value.Span.Start, value.Span.Length).Split(' ')[0];
        var functions = string.Concat(value.Functions.Select(f => f.Name + " " + (f.Format is null ? "" : f.Format + " ")));
        return $"{origin}{(value.Query is { } query ? " " + query : "")}: {functions}{value.Use} '{value.TextBehind}'";
    }
}
