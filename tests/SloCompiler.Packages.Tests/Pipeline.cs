using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.Packages.Tests;

/// <summary>Runs the shell parts of pipelines as their runners do, in a project of a user. What packs takes the packages that are there.</summary>
internal sealed class Pipeline : IDisposable
{
    private const string Spec = """
        version: slo/v1
        service: edge
        slos:
          - name: availability
            objective: 99.9%
            sli:
              events:
                bad: errors_total
                total: requests_total
            alerts:
              page: { runbook: https://runbooks.example.org/edge }
              ticket: { runbook: https://runbooks.example.org/edge }

        """;

    private const string Rule = "groups:\n  - name: a\n    rules:\n      - alert: A\n        expr: sum(\n";

    private readonly TempFolder _programs = new();

    public Pipeline()
    {
        Project.Write("slo.yaml", "version: slo-project/v1\nrules: [\"rules/*.yml\"]\n");
        Project.Write("slo-specs/edge.slo.yaml", Spec);
        var dotnet = _programs.Write("dotnet", $$"""
            #!/usr/bin/env bash
            if [ "$1" != pack ]; then exec {{Tool.PathOf("dotnet")}} "$@"; fi
            while [ "$1" != --output ]; do shift; done
            mkdir -p "$2" && cp {{PackageFeed.Folder}}/*.nupkg "$2"

            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The project in which the pipeline runs.</summary>
    public TempFolder Project { get; } = new();

    /// <summary>Folders that a pipeline puts before the PATH.</summary>
    public string ExtraPath { get; set; } = "";

    public void BreakARule() => Project.Write("rules/a.yml", Rule);

    public void BreakTheSpec() => Project.Write("slo-specs/edge.slo.yaml", Spec.Replace("99.9%", "99.5%", StringComparison.Ordinal));

    /// <summary>Runs lines in one shell, which ends at the first failure.</summary>
    public ToolResult Run(string script, string folder, params string[] environment) => Tool.Run(
        "env",
        [$"PATH={ExtraPath}{_programs.FullPath}:{Environment.GetEnvironmentVariable("PATH")}", .. environment, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        folder);

    public void Dispose()
    {
        Project.Dispose();
        _programs.Dispose();
    }

    /// <summary>The documents of a YAML file of the repository, which has no mistakes.</summary>
    public static IReadOnlyList<YamlMapping> Read(string path)
    {
        var findings = new DiagnosticBag();
        var documents = YamlReader.Read(new SourceText(path, File.ReadAllText(Repository.PathOf(path))), findings);
        Assert.Empty(findings.ToImmutable());
        return [.. documents.Select(d => Assert.IsType<YamlMapping>(d.Root))];
    }

    public static YamlMapping Map(YamlMapping mapping, string key) => Assert.IsType<YamlMapping>(mapping.Find(key)?.Value);

    public static IEnumerable<YamlNode> List(YamlMapping mapping, string key) => Assert.IsType<YamlSequence>(mapping.Find(key)?.Value).Items;

    public static string Text(YamlMapping mapping, string key) => Text(mapping.Find(key)?.Value);

    public static string Text(YamlNode? node) => Assert.IsType<YamlScalar>(node).Value;
}
