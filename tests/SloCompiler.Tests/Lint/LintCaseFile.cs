using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SloCompiler.Checks.Engine;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Tests.Lint;

/// <summary>
/// Cases of one rule, in a file of its name. Lines <c>promql => rule-name, …</c> are expressions of alerts
/// (<c>record: promql => …</c>: of recording rules) and are checked together; behind the arrow stand all rules that must
/// report, nothing for none. Lines that start with <c>#</c> are comments.
/// A line <c>=== title => rule-name, …</c> starts a case of its own: YAML as in the examples of rules. A line <c>=== with</c>
/// starts files, each under a line <c>--- path</c>, that all cases have.
/// </summary>
internal sealed class LintCaseFile
{
    private const string Arrow = " =>";
    private const string Mark = "=== ";
    private readonly string _rule;
    private readonly ImmutableArray<ExampleFile> _shared;
    private readonly ImmutableArray<Case> _lines;
    private readonly ImmutableArray<Case> _blocks;

    /// <summary>Reads a case file.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="text">The text of the file.</param>
    public LintCaseFile(string rule, string text)
    {
        _rule = rule;
        var parts = ("\n" + text).Split("\n" + Mark);
        var blocks = parts.Skip(1).Select(p => p.Split('\n', 2)).ToLookup(p => p[0] == "with");
        _shared = [.. blocks[true].SelectMany(p => FilesOf(p[1]))];
        _lines = [.. parts[0].Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => ReadHead(l, ""))];
        _blocks = [.. blocks[false].Select(p => ReadHead(p[0], p[1]))];
    }

    /// <summary>One line for each case that came out differently.</summary>
    public IEnumerable<string> Failures() => LineFailures("", "alert").Concat(LineFailures("record: ", "record")).Concat(_blocks.SelectMany(CheckBlock));

    private static Case ReadHead(string line, string body)
    {
        var arrow = line.LastIndexOf(Arrow, StringComparison.Ordinal);
        var names = line[(arrow + Arrow.Length)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Case(line[..arrow], body.TrimEnd('\n') + "\n", string.Join(", ", names.Order(StringComparer.Ordinal)));
    }

    private static ImmutableArray<ExampleFile> FilesOf(string text) => new LintExample("yaml", IsBad: true, text).Files;

    private IEnumerable<string> CheckBlock(Case one)
        => Compare(one, LintedProject.FindingsOf(_shared.Concat(FilesOf(one.Body))));

    private IEnumerable<string> LineFailures(string prefix, string kind)
    {
        var cases = _lines.Where(c => (c.Head.StartsWith("record: ", StringComparison.Ordinal) ? "record" : "alert") == kind).ToList();
        if (cases.Count == 0)
        {
            return [];
        }

        var text = new StringBuilder("groups:\n");
        foreach (var (index, one) in cases.Index())
        {
            var name = kind == "alert" ? $"Case{index}" : $"case:number{index}:value";
            text.Append(CultureInfo.InvariantCulture, $"- name: case{index}\n  rules:\n  - {kind}: {name}\n    expr: |\n      {one.Head[prefix.Length..]}\n");
        }

        const int LinesOfCase = 5;
        var findings = LintedProject.FindingsOf(_shared.Append(new ExampleFile("rules.yml", text.ToString())));
        return cases.Index().SelectMany(c => Compare(
            c.Item,
            findings.Where(f => f.Span.Source.Path != "rules.yml" || (f.Span.Start.Line - 2) / LinesOfCase == c.Index)));
    }

    private IEnumerable<string> Compare(Case one, IEnumerable<Diagnostic> findings)
    {
        var shown = findings.Where(f => f.Severity != Severity.Info || f.Descriptor.Name == _rule).ToList();
        var names = string.Join(", ", shown.Select(f => f.Descriptor.Name).Distinct().Order(StringComparer.Ordinal));
        if (names != one.Expected)
        {
            yield return $"{one.Head}\n  expected: {one.Expected}\n  reported: {string.Join("; ", shown.Select(f => $"{f.Descriptor.Name}: {f.Message}"))}";
        }
    }

    private sealed record Case(string Head, string Body, string Expected);
}
