using SloCompiler.Core;

// 1. A spec in memory: from a database, a web form, another language.
var spec = new SloText("edge.slo.yaml", """
    version: slo/v1
    service: edge
    slos:
      - name: login-availability
        objective: 99.9%
        sli:
          events:
            bad: http_requests_total{route="/login",code=~"5.."}
            total: http_requests_total{route="/login"}
        alerts:
          page: { runbook: https://runbooks.example.org/edge }
          ticket: { runbook: https://runbooks.example.org/edge }
    """);
var compiled = SloProject.OfTexts(spec).Compile();
Console.WriteLine($"{compiled.Files.Length} files:");
foreach (var file in compiled.Files)
{
    Console.WriteLine($"  {file.Path}");
}

// 2. What is wrong is data: nothing throws for a bad spec, and nothing is generated from it.
var broken = spec with { Content = spec.Content.Replace("99.9%", "101%", StringComparison.Ordinal) };
var refused = SloProject.OfTexts(broken).Compile();
Console.WriteLine($"{refused.Files.Length} files of the broken spec:");
foreach (var finding in refused.Findings.Where(f => f.Severity == SloSeverity.Error))
{
    Console.WriteLine($"  {finding}");
}

// 3. Rule files of Prometheus are checked as specs are.
var rules = new SloText("api.rules.yml", """
    groups:
      - name: api
        rules:
          - alert: TooManyErrors
            expr: rate(api_errors_total[5m] > 10
    """);
foreach (var finding in SloProject.OfTexts(rules).Check().Findings)
{
    Console.WriteLine($"{finding.Path}, line {finding.Line}: {finding.Message} {finding.Help}");
}

// 4. A project on disk, such as the folder given as an argument, and its output.
if (args is [var folder, var output])
{
    var project = SloProject.InFolder(folder).Compile(new SloOptions { Targets = ["prometheus"] });
    project.WriteTo(output);
    Console.WriteLine($"{project.Files.Length} files written to {output}");
}

return refused.HasErrors && !compiled.HasErrors ? 0 : 1;
