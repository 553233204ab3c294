using System.Collections.Immutable;
using SloCompiler.Testing;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>
/// Everyday files are read by a short way, which must come to the very same nodes, places and findings as the full reader. A document
/// end behind a text leaves it as it is, but is beyond the short way.
/// </summary>
public sealed class SimpleYamlTests
{
    private const int Cases = 40_000;

    private const string Everyday = """
        # Rules of the edge.
        groups:
        - name: edge   # a comment
          interval: 30s

          rules:
          - alert: Errors
            expr: |
              sum by (job) (
                rate(x{job="a"}[5m])
              )

              > 0.05
            for: 10m
            labels:
              severity: page
              team: 'it''s us'
            annotations:
              summary: "{{ $labels.job }} \"fails\"\n😀"
              empty: ""
              text: >-
                one
                two

                three
          - record: a:b
            more: |2-
                deep
              less
            expr: a#b + c
            # the end
        -   name: other
            rules:
              - expr: >
                  a
                  b
              - plain
              - "quoted" # here
        list:
          - 1
          - 'two'
        short: { tier: "1", team: edge api, on: 'y' }  # a comment
        others: [a, "b, c", -1, 99.9%]
        both:
          - { name: x, value: 1.5e3 }
          - name: y
            of: [ one ]
        """;

    private static readonly string[] Bits =
    [
        "\n", " ", "  ", ":", ": ", "-", "- ", "[", "}", ",", "'", "\"", "\\", "|", ">", "|\n", "#", " #", "&a ", "*a", "!t ", "~", "name", "x: y\n", "<<: ", "? ",
        "'", "''", "\\n", "\\\"", "{", "]", ", ", "{ a: b }", ":\n", "\n\n", "\n ", "\n  ", "\t", "\r\n", "\u2028", "|-", ">-", "|+", "2", "1", "9", "---\n", "...\n", "{}", "é", "\uD800",
    ];

    [Fact]
    public void Everyday_files_are_read_as_the_full_reader_reads_them() => AssertSame(Everyday + "\n");

    [Fact]
    public void Mutated_files_are_read_as_the_full_reader_reads_them()
    {
        var random = new Random(20_251);
        for (var i = 0; i < Cases; i++)
        {
            var text = Everyday;
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) == 0 ? text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at)) : text.Insert(at, Bits[random.Next(Bits.Length)]);
            }

            AssertSame(text + "\n");
        }
    }

    [Fact]
    public void Files_of_the_repository_are_read_as_the_full_reader_reads_them()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "*.y*ml", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => AssertSame(File.ReadAllText(f).TrimEnd('\n') + "\n"));
    }

    private static void AssertSame(string text)
    {
        var full = text + "...\n";
        var (documents, diagnostics) = Read(text);
        var (fullDocuments, fullDiagnostics) = Read(full);
        var expected = DescribeAll(fullDocuments, fullDiagnostics);
        var actual = DescribeAll(documents, diagnostics);

        // The short way takes nothing that is wrong; what the full reader says of it may depend on the end.
        var isWrong = diagnostics.Any(d => d.Severity == Severity.Error && d.Descriptor != TextDiagnostics.DuplicateKey);
        Assert.True(isWrong || expected == actual, $"{text}\n--- full\n{expected}\n--- short\n{actual}");
    }

    private static string DescribeAll(ImmutableArray<YamlDocument> documents, ImmutableArray<Diagnostic> diagnostics)
        => string.Join('\n', documents.SelectMany(d => DescribeNode(d.Root)).Concat(diagnostics.Select(Describe)));

    private static IEnumerable<string> DescribeNode(YamlNode? node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(e => DescribeNode(e.Key).Concat(DescribeNode(e.Value))).Prepend($"map {mapping.Span.Range} {mapping.IsFlow}"),
        YamlSequence list => list.Items.SelectMany(DescribeNode).Prepend($"list {list.Span.Range}"),
        YamlScalar scalar => [$"{scalar.Style} {scalar.Span.Range} {scalar.Tag} {scalar.Value} at {string.Join(' ', Places(scalar))}"],
        _ => ["nothing"],
    };

    private static IEnumerable<string> Places(YamlScalar scalar)
        => Enumerable.Range(0, scalar.Value.Length + 1).Select(i => scalar.Map(new TextSpan(i, i < scalar.Value.Length ? 1 : 0)).Range).Select(r => $"{r.Start}+{r.Length}");
}
