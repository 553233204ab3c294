namespace SloCompiler.Checks.Runbooks;

/// <summary>The project that the examples of runbook checks share.</summary>
internal static class RunbookExamples
{
    /// <summary>A service whose page names a runbook.</summary>
    public static CheckExample With(string runbook, ExampleFile page) => new(
        $$"""
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

        """,
        new ExampleFile("slo.yaml", "version: slo-project/v1\nspecs: [\"*.slo.yaml\"]\nrunbooks: { files: \"runbooks/{runbook}.md\" }\n"),
        page);
}
