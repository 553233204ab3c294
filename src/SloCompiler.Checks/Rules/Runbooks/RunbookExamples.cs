using SloCompiler.Checks.Engine;

namespace SloCompiler.Checks.Rules.Runbooks;

/// <summary>The project that the examples of runbook rules share.</summary>
internal static class RunbookExamples
{
    /// <summary>A service whose page names a runbook.</summary>
    public static string With(string runbook, ExampleFile page) => ExampleText.Files(
        new ExampleFile("edge.slo.yaml", $$"""
            version: slo/v1
            service: edge
            slos:
              - name: availability
                objective: 99.9%
                sli:
                  probe:
                    gauge: up{job="edge"}
                alerts:
                  page: { runbook: {{runbook}} }
                  ticket: off

            """),
        new ExampleFile("slo.yaml", "version: slo-project/v1\nspecs: [\"*.slo.yaml\"]\nrunbooks: { files: \"runbooks/{runbook}.md\" }\n"),
        page);
}
