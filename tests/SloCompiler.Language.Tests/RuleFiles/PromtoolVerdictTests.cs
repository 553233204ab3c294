using System.Globalization;
using System.Text;
using SloCompiler.Testing;

namespace SloCompiler.Language.Tests.RuleFiles;

/// <summary>What promtool refuses is an error, and nothing else is.</summary>
public sealed class PromtoolVerdictTests
{
    // Cases in which the promtool of the tests differs from the Prometheus that is followed.
    private static readonly Dictionary<string, string> Newer = new(StringComparer.Ordinal)
    {
        ["fields since 2.42"] = "query_offset and labels of groups came with 2.53 and 3.0",
        ["labels of a group"] = "it refuses the field itself, so it agrees by chance",
        ["record names may be any text"] = "names are UTF-8 since 3.0",
        ["expr is null, which 2.42 takes for a metric"] = "2.42 takes the word for the expression",
        ["templates that only fail when they run, or are none"] = "labels of groups came with 3.0",
        ["objects of Kubernetes"] = "not read by Prometheus",
    };

    private const string Base = """
        groups:
        - name: first
          interval: 30s
          limit: 10
          rules:
          - record: job:requests:rate5m
            expr: sum by (job) (rate(http_requests_total{code=~"5.."}[5m]))
            labels:
              team: edge
              tier: 1
          - alert: ErrorsHigh
            expr: |
              job:requests:rate5m
                > 0.5
            for: 5m
            keep_firing_for: 10m
            labels: &labels
              severity: page
            annotations:
              summary: "errors of {{ $labels.job }}"
              description: '{{ if gt $value 1.0 }}many{{ else }}some{{ end }}'
          - alert: Absent
            expr: absent(up{job="a"})
            labels: *labels
        - name: second
          rules:
          - {alert: Down, expr: up == 0, for: 1h30m}
          - alert: Folded
            expr: >-
              count(up)
              < 2
            labels: {<<: *labels, a: b}
        """;

    private static readonly string[] Values =
    [
        "5", "1.5", "1.5h", "5m1h", "0", "-1", "''", "\"\"", "~", "null", "true", "[a]", "{a: b}", "a b", "'x'", "up[5m]", "1e3", "0x10",
        "rate(up)", "sum(", "\"{{ bad }}\"", "\"{{ $x }}\"", "\"{{ if }}\"", "\"{{ end }}\"", "\"{{\"", "first", "*labels", "&a b", "!!str 5",
        "|", ">-", "- a", "a: b", "# c", "1y", "400y", "5 m", "A", "{{ x }}",
    ];

    [PromtoolFact]
    public void Every_case_gets_the_verdict_of_promtool()
    {
        var cases = Case.All.Where(c => c.Kind is "rules" or "group" or "rule" && !Newer.ContainsKey(c.Title)).ToList();

        AssertSameVerdicts(cases.Select(c => c.Text).ToList());
        Assert.Equal(Newer.Keys.Order(StringComparer.Ordinal), Case.All.Select(c => c.Title).Where(Newer.ContainsKey).Order(StringComparer.Ordinal));
    }

    [PromtoolFact]
    public void Every_small_change_of_a_file_gets_the_verdict_of_promtool()
    {
        var random = new Random(20240607);
        AssertSameVerdicts([Base, .. Enumerable.Range(0, 600).Select(_ => Mutate(Base, random)).Distinct(StringComparer.Ordinal)]);
    }

    private static string Mutate(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var changes = random.Next(1, 3); changes > 0; changes--)
        {
            var at = random.Next(lines.Count);
            var other = random.Next(lines.Count);
            switch (random.Next(6))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[at]);
                    break;
                case 2:
                    (lines[at], lines[other]) = (lines[other], lines[at]);
                    break;
                default:
                    var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
                    lines[at] = colon < 0 ? lines[at] : Change(lines[at][..(colon + 2)], Values[random.Next(Values.Length)]);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    // 2.42 takes the words of null and of aliases for texts in these fields.
    private static string Change(string key, string value)
        => key + (value is "~" or "null" or "*labels" && key.Trim(' ', '-') is "alert:" or "record:" or "expr:" ? "A" : value);

    private static void AssertSameVerdicts(List<string> texts)
    {
        using var folder = new TempFolder();
        var paths = texts.Select((text, i) => folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i}.yml"), text)).ToList();
        var result = Tool.Run(Promtool.Name, ["check", "rules", .. paths]);
        var verdicts = result.Output.Split("Checking ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(texts.Count, verdicts.Length);
        var differences = new StringBuilder();
        for (var i = 0; i < texts.Count; i++)
        {
            var (_, findings) = RuleFixtures.Read(texts[i]);
            var complaints = result.Error.Split('\n').Where(l => l.StartsWith(paths[i], StringComparison.Ordinal)).ToList();
            var isAccepted = verdicts[i].Contains("SUCCESS", StringComparison.Ordinal);
            if (isAccepted != RuleFixtures.IsAccepted(texts[i]) && (isAccepted || !complaints.All(IsOfOldRelease)))
            {
                differences.Append(CultureInfo.InvariantCulture, $"=== {(isAccepted ? "accepted" : string.Join('\n', complaints))}\n{string.Join('\n', findings.Select(f => $"{Fixtures.Describe(f)} {f.Message}"))}\n{texts[i]}\n");
            }
        }

        Assert.True(differences.Length == 0, differences.ToString());
    }

    // Names of records and labels are UTF-8 since 3.0.
    private static bool IsOfOldRelease(string complaint)
        => complaint.Contains("invalid recording rule name", StringComparison.Ordinal) || complaint.Contains("invalid label name", StringComparison.Ordinal);
}
