using SloCompiler.Diagnostics;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests.Lint;

public sealed class LintCaseTests
{
    private const string Folder = "tests/SloCompiler.Tests/Lint/Cases";

    public static TheoryData<string> Rules =>
        [.. Directory.GetFiles(Repository.PathOf(Folder), "*.cases").Select(p => Path.GetFileNameWithoutExtension(p) ?? "").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_reports_its_cases_and_nothing_else_does(string rule)
    {
        Assert.Contains(DiagnosticCatalog.All, d => d.Name == rule);
        var failures = new LintCaseFile(rule, File.ReadAllText(Repository.PathOf($"{Folder}/{rule}.cases"))).Failures().ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Theory]
    [InlineData("up == 0 => metric-not-in-catalogue\n", "up == 0")]
    [InlineData("record: up + =>\n", "record: up +")]
    [InlineData("=== a block => metric-not-in-catalogue\n- alert: A\n  expr: up == 0\n", "a block")]
    public void A_case_that_comes_out_differently_fails(string text, string head)
        => Assert.StartsWith(head + "\n", Assert.Single(new LintCaseFile("metric-not-in-catalogue", text).Failures()), StringComparison.Ordinal);
}
