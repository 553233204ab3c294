using System.Globalization;
using System.Text;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class PromtoolTests
{
    // Syntax of version 3 among the common cases.
    private static readonly HashSet<string> NewerThanPromtool =
    [
        "up[90]", "up[1.5]", "up offset 90", "up > 5m", "5m", "-1h30m", "1_000", "1_000.5", "up offset 0s",
    ];

    [PromtoolFact]
    public void Prometheus_accepts_what_we_accept()
    {
        var inputs = CaseFile.Read("printed.txt").Where(c => !NewerThanPromtool.Contains(c.Input)).ToList();
        using var folder = new TempFolder();
        var path = folder.Write("rules.yml", Rules(inputs.SelectMany(c => new[] { c.Input, c.Expected })));
        Promtool.CheckRules(path).ShouldSucceed();
    }

    [PromtoolFact]
    public void Prometheus_refuses_what_we_refuse()
    {
        using var folder = new TempFolder();
        var accepted = CaseFile.Read("errors.txt")
            .Where(c => Promtool.CheckRules(folder.Write("rules.yml", Rules([c.Input]))).ExitCode == 0)
            .Select(c => c.Input);
        Assert.Empty(accepted);
    }

    private static string Rules(IEnumerable<string> expressions)
    {
        var text = new StringBuilder("groups:\n- name: cases\n  rules:\n");
        var number = 0;
        foreach (var expression in expressions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - record: case_{number++}\n    expr: {Quote(expression)}\n");
        }

        return text.ToString();
    }

    private static string Quote(string text)
        => $"'{text.Replace("'", "''", StringComparison.Ordinal).Replace("\n", "\n\n    ", StringComparison.Ordinal)}'";
}
