namespace SloCompiler.Cli.Init;

/// <summary>The texts that <c>slo init</c> writes; together they check clean and compile.</summary>
internal static class InitTemplates
{
    /// <summary>The name of the runbook, as the example names it.</summary>
    public const string RunbookName = "example-availability";

    /// <summary>Settings of the project.</summary>
    public const string Settings = """
        # Settings of the project. Every one has a default; slo schema project describes them all.
        version: slo-project/v1
        output: generated
        runbooks:
          url: https://runbooks.example.org/{runbook}       # the link on alerts and panels
          files: slo-specs/runbooks/{runbook}.md            # slo check proves that these files exist

        """;

    /// <summary>A spec; <c>RUNBOOK</c> stands for its runbook.</summary>
    public const string Spec = """
        # One service with its objectives. slo schema spec describes every field.
        version: slo/v1
        service: example                     # identity: part of every series, so better not changed later
        title: Example API
        owner: team-example
        slos:
          - name: availability               # identity inside the service
            title: Availability
            objective: 99.9%                 # the share of events that must be good
            window: 30d                      # the time that the error budget is for; or week, month, quarter, year
            sli:
              events:                        # counters as they are: slo adds rate(), sum() and windows
                bad: http_requests_total{code=~"5..",job="example"}
                total: http_requests_total{job="example"}
            alerts:
              page: { runbook: RUNBOOK }       # burns so fast that somebody must act now
              ticket: { runbook: RUNBOOK }     # burns so that somebody must act in working hours

          - name: latency
            title: Latency
            objective: p95 < 300ms           # 95 % of requests are faster than 300 ms
            window: 30d
            sli:
              latency:
                histogram: http_request_duration_seconds{job="example"}
            alerts:
              page: { runbook: "RUNBOOK#mitigation" }
              ticket: { runbook: RUNBOOK }

        """;

    /// <summary>A metrics catalogue.</summary>
    public const string Catalogue = """
        # What is known of metrics. Expressions are checked against it; without a catalogue nothing is guessed.
        version: metrics/v1
        metrics:
          http_requests_total:
            type: counter
            labels: [code, method]
            help: Requests that were answered.
          http_request_duration_seconds:
            type: histogram
            unit: seconds
            labels: [method]
            buckets: [0.05, 0.1, 0.3, 1, 3]
            help: Time from request to answer.

        """;

    /// <summary>A runbook.</summary>
    public const string Runbook = """
        # Example: availability and latency

        ## Meaning

        Too many requests fail or are slow, so that the error budget would not last.

        ## Impact

        Users see errors or wait.

        ## Diagnosis

        - Which routes and which status codes? See the dashboard of the service.
        - What was changed last?

        ## Mitigation

        - Roll back the last change.
        - Scale out if the load is unusual.

        """;

    /// <summary>Hooks of pre-commit, which run the installed command.</summary>
    public const string PreCommit = """
        # What is run before each commit, once pre-commit install has been run: https://pre-commit.com
        repos:
          - repo: local
            hooks:
              - id: slo-check
                name: slo check
                entry: slo check --fail-on warning
                language: system
                files: (\.slo|\.metrics)\.ya?ml$|(^|/)slo\.yaml$
                pass_filenames: false
              - id: slo-fmt
                name: slo fmt
                entry: slo fmt
                language: system
                files: (\.slo|\.metrics)\.ya?ml$|(^|/)slo\.yaml$
                pass_filenames: false
              - id: slo-compile
                name: slo compile
                entry: slo compile
                language: system
                files: (\.slo|\.metrics)\.ya?ml$|(^|/)slo\.yaml$
                pass_filenames: false

        """;

    /// <summary>A workflow of GitHub.</summary>
    public const string GitHub = """
        # Checks the specs, and that the generated files are what they compile to.
        name: slo
        on: [push, pull_request]
        permissions:
          contents: read
        jobs:
          slo:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - run: dotnet tool install --global SloCompiler
              - run: slo check --format github --fail-on warning
              - run: slo fmt --check
              - run: slo compile --check

        """;

    /// <summary>A job of GitLab, to be included.</summary>
    public const string GitLab = """
        # Checks the specs, and that the generated files are what they compile to. In .gitlab-ci.yml:
        #   include: [{ local: .gitlab/slo.gitlab-ci.yml }]
        slo:
          image: mcr.microsoft.com/dotnet/sdk:10.0
          script:
            - dotnet tool install --global SloCompiler
            - export PATH="$PATH:$HOME/.dotnet/tools"
            - slo check --format gitlab --fail-on warning > slo-code-quality.json
            - slo fmt --check
            - slo compile --check
          artifacts:
            when: always
            reports:
              codequality: slo-code-quality.json

        """;
}
