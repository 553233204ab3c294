using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning;

/// <summary>What Prometheus computes: a unit test expects an impossible sample, and the report of the failure holds the real ones.</summary>
internal static partial class PromtoolValues
{
    /// <summary>The values of the samples of each expression, in the order of the expressions; null where evaluation failed.</summary>
    /// <param name="expressions">The expressions.</param>
    /// <param name="series">Input series and their values, one sample a minute.</param>
    /// <param name="time">Evaluation time.</param>
    public static IReadOnlyList<IReadOnlyList<double>?> Of(
        IReadOnlyList<string> expressions,
        IEnumerable<(string Series, string Values)> series,
        string time)
    {
        var text = new StringBuilder("evaluation_interval: 1m\ntests:\n- interval: 1m\n  input_series:\n");
        foreach (var (name, values) in series)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - series: '{name}'\n    values: '{values}'\n");
        }

        text.Append("  promql_expr_test:\n");
        foreach (var expression in expressions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - expr: '{expression.Replace("'", "''", StringComparison.Ordinal)}'\n    eval_time: {time}\n")
                .Append("    exp_samples:\n    - labels: impossible\n      value: 1\n");
        }

        using var folder = new TempFolder();
        var output = Promtool.TestRules(folder.Write("test.yml", text.ToString()));
        var reports = (output.Output + output.Error).Split("    expr: ")[1..];
        Assert.Equal(expressions.Count, reports.Length);
        return [.. reports.Select(Values)];
    }

    private static IReadOnlyList<double>? Values(string report) => Got().Match(report) is { Success: true } got
        ? [.. Sample().Matches(got.Groups[1].Value).Select(m => Number(m.Groups[1].Value))]
        : null;

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"got: (.*)")]
    private static partial Regex Got();

    [GeneratedRegex(@"\} ([^\s,]+)")]
    private static partial Regex Sample();
}
