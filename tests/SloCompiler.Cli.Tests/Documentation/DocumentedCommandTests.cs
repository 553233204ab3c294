using System.Collections.Immutable;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Documentation;

/// <summary>Each command that a page shows is run as it stands there, in a project that has the files it names.</summary>
public sealed class DocumentedCommandTests
{
    // What other tests, or CI itself, run.
    private static readonly ImmutableArray<(string Start, string RunBy)> RunElsewhere =
    [
        ("dotnet run --project", ".ci/run"),
        ("dotnet test", ".ci/run"),
        ("dotnet build", ".ci/run"),
        ("dotnet format", ".ci/run"),
        ("dotnet pack", "SloCompiler.Packages.Tests"),
        ("dotnet tool", "SloCompiler.Packages.Tests"),
        ("packaging/native.sh", "SloCompiler.Packages.Tests"),
        ("/tmp/slo/slo ", "SloCompiler.Packages.Tests"),
        ("docker ", "SloCompiler.Packages.Tests"),
        ("npm ", ".ci/run"),
        (".ci/run", ".ci/run"),
        ("slo completion powershell", "CompletionTests"),
        ("slo compile --watch", "WatchTests"),
        ("slo check --online", "OnlineCheckTests"),
        ("slo report --prometheus", "SloCompiler.Reports.Tests"),
        ("slo report --online", "SloCompiler.Reports.Tests"),
        ("slo preview", "SloCompiler.Reports.Tests"),
        ("slo metrics import --url", "MetricsImportTests"),
        ("slo metrics import --prometheus", "MetricsImportTests"),
        ("curl -s http://localhost:8080/metrics", "MetricsImportTests"),
    ];

    [Fact]
    public void Pages_show_commands() => Assert.InRange(Mine().Count(), 40, 400);

    [ToolFact("jq")]
    public void Commands_of_pages_do_what_they_say()
    {
        var failures = new List<string>();
        foreach (var block in Mine().GroupBy(command => (command.Page, command.Block)))
        {
            using var project = DocumentedProject.Create();
            foreach (var command in block)
            {
                var result = Run(project, command);
                var wanted = command.Text.Contains("--exit-code", StringComparison.Ordinal) ? 1 : 0;
                if (result.ExitCode != wanted)
                {
                    failures.Add($"{command}\n  exit code {result.ExitCode}\n{result.Output}{result.Error}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static IEnumerable<DocumentedCommand> Mine()
        => DocumentedCommand.All.Where(command => !RunElsewhere.Any(other => command.Text.StartsWith(other.Start, StringComparison.Ordinal)));

    private static ToolResult Run(TempFolder project, DocumentedCommand command)
        => command.Arguments is { } arguments ? InProcess.Run(project, [.. arguments]) : InShell(project, command.Text);

    private static ToolResult InShell(TempFolder project, string line)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "slo.dll");
        var script = $"""
            set -eo pipefail
            export HOME="$PWD/home"
            slo() (exec dotnet '{assembly}' "$@")
            {line.Replace("/etc/", "", StringComparison.Ordinal)}
            """;
        return Tool.Run("bash", ["-c", script], project.FullPath, timeout: TimeSpan.FromMinutes(1));
    }
}
