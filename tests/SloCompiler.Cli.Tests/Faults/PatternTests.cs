using Xunit;

namespace SloCompiler.Cli.Tests.Faults;

/// <summary>Patterns that take exponential time where they are tried one way after the other.</summary>
public sealed class PatternTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string Victim = new string('a', 60) + "!";

    [Theory]
    [InlineData("(a+)+")]
    [InlineData("(a|a)*")]
    [InlineData("(a|aa)+")]
    [InlineData("(.*a){20}")]
    [InlineData("((a{0,30}){0,30}){0,30}")]
    public void No_pattern_in_settings_expressions_or_labels_makes_a_run_hang(string pattern)
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo.yaml", $"version: slo-project/v1\nrules: [\"*.rules.yml\"]\nlint:\n  overrides:\n    - labels: {{ team: '{pattern}' }}\n      rules: {{ metric-not-in-catalogue: off }}\n");
        folder.Write("a.rules.yml", $"groups:\n  - name: a\n    rules:\n      - alert: {Victim[..^1]}X\n        expr: sum(up{{job=~\"{pattern}\",job!~\"{pattern}b\"}}) by (job) > on(job) up{{job=\"{Victim}\"}}\n        labels: {{ team: '{Victim}' }}\n");
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec().Replace("code=~\"5..\"", $"code=~\"{pattern}\"", StringComparison.Ordinal));
        var start = TimeProvider.System.GetTimestamp();
        Assert.NotEqual(3, InProcess.Run(folder, "check").ExitCode);
        Assert.NotEqual(3, InProcess.Run(folder, "compile").ExitCode);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, Limit);
    }
}
