using System.Diagnostics;
using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>Whatever a file holds, reading it ends soon, with nodes or findings that lie inside the file.</summary>
public sealed class YamlFuzzTests
{
    private const int Cases = 20_000;

    private static readonly string[] Seeds =
    [
        """
        version: slo/v1
        service: edge
        labels: { system: journal, tier: "1" }
        slos:
          - name: login
            objective: [p50 < 1.5s, 'p95 < 3s']
            sli:
              events:
                bad: http_requests_total{service="edge",code=~"5.."}
                total: >-
                  sum(x)
                    /
                  sum(y)
            alerts: &a
              page: { runbook: edge }
          - <<: *a
            expr: |
              sum by (x) (
                rate(y[5m]))
        """,
        "%YAML 1.2\n--- !!map\n? &k \"q\\n\\u00e9\\\n  x\" # c\n: - *k\n  - 'it''s\n\n    x'\n...\n---\n- [a: b, {c: d}]\r\n- |+2\r\n    x\r\n\r\n- plain\n  text\n",
        "a: !t &x 1\nb: *x\nc: {<<: {d: [1, 2]}, e: !<y> z}\n\"f\" : ~\n",
    ];

    private static readonly string[] Bits =
    [
        "\t", "\n", "\r", "\r\n", " ", "  ", ":", ": ", "-", "- ", "[", "]", "{", "}", ",", "'", "\"", "\\", "|", ">", "|\n", "#", " #", "&", "*", "!", "%", "@", "`",
        "---\n", "...\n", "\0", "\u0001", "\u0085", "\u2028", "\uFEFF", "\uD800", "😀", "<<: ", "? ", "%TAG", "%YAML", "!<", "&x ", "*x", "\\x", "\\uD83D",
    ];

    [Fact]
    public void Mutated_files_end_in_nodes_or_findings()
    {
        var random = new Random(7_041_776);
        for (var i = 0; i < Cases; i++)
        {
            var text = Mutate(random, Seeds[i % Seeds.Length]);
            var clock = Stopwatch.StartNew();
            var (documents, diagnostics) = Read(text);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"It took {clock.Elapsed}:\n{text}");
            Assert.True(documents.Length > 0 || diagnostics.Length > 0, $"Neither documents nor findings:\n{text}");
            Assert.All(diagnostics, d => AssertInside(d.Span, text));
            foreach (var scalar in documents.SelectMany(d => Scalars(d.Root)))
            {
                AssertInside(scalar.Span, text);
                if (!text.Contains('\0', StringComparison.Ordinal))
                {
                    // A file with zero bytes is refused as binary, and the parser skips them at some places.
                    AssertMapsExactly(scalar);
                }
            }
        }
    }

    private static void AssertInside(SourceSpan span, string text)
        => Assert.True(span.Range.Start >= 0 && span.Range.Length >= 0 && span.Range.End <= text.Length, $"{span.Range} is outside of:\n{text}");

    private static string Mutate(Random random, string seed)
    {
        var text = seed;
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)),
                1 => text.Insert(at, text.Substring(random.Next(text.Length) / 2, random.Next(text.Length / 2))),
                2 => text[..Math.Max(1, at)],
                _ => text.Insert(at, Bits[random.Next(Bits.Length)]),
            };
            text = text.Length == 0 ? seed : text;
        }

        return text;
    }
}
