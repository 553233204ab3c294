using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SloCompiler.Testing;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

/// <summary>Evaluates expressions with Prometheus itself, over a few series, and tells which labels come out.</summary>
internal static partial class EvaluatedLabels
{
    private static readonly string[] Series =
    [
        """a{x="1",y="1",env="p"}""", """a{x="1",y="2"}""", """a{x="2",y="1",env="q"}""", """a{x="2"}""",
        """b{x="1"}""", """b{x="2",env="p"}""", """b{y="1"}""", "b",
        """c{db="m",mode="read",job="j"}""", """c{db="n",mode="write"}""", """c{db="n",mode="write",instance="i"}""",
        """h_bucket{le="0.1",x="1"}""", """h_bucket{le="1",x="1"}""", """h_bucket{le="+Inf",x="1"}""", """h_bucket{le="+Inf",y="1"}""",
        """up{job="a"}""", """up{job="b",env="x"}""", "up",
    ];

    private static readonly (string Name, string Expr, string Label, string Value)[] Rules =
    [
        ("r:one", "sum by (x) (a)", "", ""),
        ("r:two", "max by (x, y) (a) or b{env=\"p\"}", "db", "m"),
        ("r:three", "count(r:one)", "", ""),
        ("r:three", "r:two + 1", "job", "three"),
        ("r:three", "vector(7)", "db", "n"),
    ];

    /// <summary>What the expressions may rely on.</summary>
    public static Catalogue Catalogue() => Rules.Aggregate(
        new Catalogue()
            .Declare("c", SloCompiler.PromQL.Meaning.MetricKind.Gauge, isClosed: true, new("db", ["m", "n"]), new("mode", []))
            .Declare("h_bucket", SloCompiler.PromQL.Meaning.MetricKind.HistogramBucket, isClosed: false),
        (catalogue, rule) => rule.Label.Length == 0
            ? catalogue.Record(rule.Name, rule.Expr)
            : catalogue.Record(rule.Name, rule.Expr, (rule.Label, rule.Value)));

    /// <summary>The labels of all series that each expression returns; null where its evaluation fails.</summary>
    public static IReadOnlyList<IReadOnlyList<Dictionary<string, string>>?> Of(IReadOnlyList<string> expressions)
    {
        using var folder = new TempFolder();
        folder.Write("rules.yml", RuleFile());
        // A wrong expectation makes promtool print what it got.
        var output = Promtool.TestRules(folder.Write("tests.yml", TestFile(expressions)));
        var text = output.Output + output.Error;
        var blocks = text.Split("\n    expr: ").Skip(1).ToArray();
        return blocks.Length == expressions.Count
            ? [.. blocks.Select(Parse)]
            : throw new InvalidOperationException($"promtool answered {blocks.Length} of {expressions.Count} expressions:\n{text}");
    }

    private static List<Dictionary<string, string>>? Parse(string block)
    {
        var got = block.IndexOf("\n        got: ", StringComparison.Ordinal);
        if (got < 0)
        {
            return null;
        }

        var series = SeriesPattern().Matches(block[got..]);
        return [.. series.Select(s => LabelPattern().Matches(s.Value).ToDictionary(l => l.Groups[1].Value, l => l.Groups[2].Value))];
    }

    private static string RuleFile()
    {
        var text = new StringBuilder("groups:\n- name: g\n  rules:\n");
        foreach (var (name, expr, label, value) in Rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - record: {name}\n    expr: {expr}\n");
            text.Append(label.Length == 0 ? "" : $"    labels: {{{label}: {value}}}\n");
        }

        return text.ToString();
    }

    private static string TestFile(IEnumerable<string> expressions)
    {
        var text = new StringBuilder("rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n- interval: 1m\n  input_series:\n");
        var number = 0;
        foreach (var series in Series)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - series: '{series}'\n    values: '{number}+{++number % 3}x20'\n");
        }

        text.Append("  promql_expr_test:\n");
        foreach (var expression in expressions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - expr: '{expression.Replace("'", "''", StringComparison.Ordinal)}'\n");
            text.Append("    eval_time: 10m\n    exp_samples: [{labels: 'not_there', value: 1}]\n");
        }

        return text.ToString();
    }

    [GeneratedRegex("""\{[^{}]*\} """)]
    private static partial Regex SeriesPattern();

    [GeneratedRegex("([a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"]*)\"")]
    private static partial Regex LabelPattern();
}
