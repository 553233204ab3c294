using System.Text.RegularExpressions;
using FsCheck.Fluent;
using SloCompiler.Language.Formatting;
using SloCompiler.Testing;
using SloCompiler.Text;

namespace SloCompiler.Language.Tests.Formatting;

public sealed class FormattingProperties
{
    private const string Rules = """
        groups:
          - name: first
            interval: 30s
            rules:
              - record: job:requests:rate5m
                expr: sum by (job) (rate(requests_total[5m]))
                labels: { team: a, tier: "1" }

              - alert: Down
                expr: |
                  up{job="a"} == 0
                for: 5m
                annotations:
                  summary: 'It''s {{ $labels.job }}'
                  description: >-
                    one
                    two
          - name: second
            rules:
              - &base
                alert: Slow
                expr: >-
                  histogram_quantile(0.9, sum by (le) (rate(latency_seconds_bucket[5m])))
                  > 1
              - <<: *base
                alert: Slower
        """;

    private static readonly string[] Expressions =
    [
        "sum by (job) (rate(requests_total{code=~\"5..\",job=\"a\"}[5m])) / on (job) group_left (team) sum(requests) > bool 0.5",
        "histogram_quantile(0.9, sum by (le) (rate(latency_seconds_bucket[5m] offset 1h))) and absent(up{job=\"a\"}) unless -(a + b) ^ 2",
        "label_replace(max_over_time(rate(x_total[1m])[1h:5m]), \"a\", \"$1\", \"b\", \"(.*)\") or vector(0) * topk(5, a)",
    ];

    [Fact]
    public void Comments_blank_lines_and_indentation_change_nothing_but_themselves()
    {
        var expected = Strip(Formatted.Text(Rules));
        Laws.Hold(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var perturbed = Perturb(random);
            var formatted = Formatted.Text(perturbed);
            Assert.Equal(expected, Strip(formatted));
            Assert.Equal(CommentsOf(perturbed), CommentsOf(formatted));
        }));
    }

    [Fact]
    public void Comments_anywhere_in_an_expression_are_kept_in_order()
        => Laws.Hold(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var number = 0;
            var expression = Regex.Replace(
                Expressions[random.Next(Expressions.Length)],
                "(?<=[ ,()])(?![^\"]*\"[^\"]*(?:\"[^\"]*\"[^\"]*)*$)(?=[^\\]]*(\\[|$))",
                _ => random.Next(4) == 0 ? $"# c{number++}\n          " : "");
            var text = $"groups:\n  - name: g\n    rules:\n      - record: r\n        expr: |\n          {expression}\n";
            var formatted = Formatted.Text(text);
            Assert.Equal(CommentsOf(text), CommentsOf(formatted));
        }));

    [Fact]
    public void Nothing_that_is_valid_is_ever_a_bug_of_ours()
        => Laws.Hold(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var text = Mutate(Rules, random);
            var result = YamlFormatter.Format(new SourceText("rules.yml", text));
            Assert.DoesNotContain(result.Diagnostics, d => d.Descriptor == FormattingDiagnostics.MeaningChanged);
            Assert.Equal(result.Text, YamlFormatter.Format(new SourceText("rules.yml", result.Text)).Text);
        }), cases: 500);

    private static string Perturb(Random random)
    {
        var lineBreak = random.Next(2) == 0 ? "\n" : "\r\n";
        var factor = random.Next(1, 4);
        var number = 0;
        var lines = new List<string>();
        var block = int.MaxValue;
        foreach (var line in Rules.Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            block = line.Length > 0 && indent <= block ? int.MaxValue : block;
            if (block == int.MaxValue)
            {
                lines.AddRange(Enumerable.Repeat("", random.Next(3)));
                lines.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => $"{new string(' ', random.Next(3) == 0 ? random.Next((indent * factor) + 1) : indent * factor)}# c{number++}"));
            }

            var mayEnd = block == int.MaxValue && line.Length > 0;
            block = mayEnd && Regex.IsMatch(line, "[|>]-?$") ? indent : block;
            var comment = mayEnd && random.Next(4) == 0 ? $"{new string(' ', random.Next(1, 5))}# c{number++}" : "";
            var space = mayEnd && comment.Length == 0 ? new string(' ', random.Next(3)) : "";
            var spread = line.TrimStart() is ['-', ' ', .. var item] ? $"-{new string(' ', (2 * factor) - 1)}{item}" : line.TrimStart();
            lines.Add(new string(' ', indent * factor) + spread + comment + space);
        }

        return string.Join(lineBreak, lines);
    }

    private static string Mutate(string text, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, new string(text[random.Next(text.Length)], 1)),
                2 => text.Insert(at, " \n\t#-:|>'\"[]{},&*!?"[random.Next(18)].ToString()),
                _ => text[..at] + text[random.Next(at, text.Length)..],
            };
            text = text.Length == 0 ? " " : text;
        }

        return text;
    }

    private static string Strip(string text)
    {
        var lines = text.Split('\n').Select(line => Regex.Replace(line, " *# c\\d+$", "")).Where(line => line.Trim().Length > 0);
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> CommentsOf(string text) => Regex.Matches(text, "# c\\d+").Select(m => m.Value);
}
