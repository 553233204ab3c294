using System.Collections.Immutable;

namespace SloCompiler.Checks.Engine;

/// <summary>
/// A fenced example in the documentation of a rule: <c>```promql bad</c>, <c>```yaml good</c>, <c>```json bad</c>. PromQL stands
/// for an alert's expression (<c>promql-record</c>: for a recording rule's). YAML that starts with <c>- </c> is a list of rules;
/// other YAML is a whole file. Lines <c>--- path</c> divide an example into several files of a project.
/// In a bad example the lines with findings end in <c># &lt;-</c>; where none does, a finding anywhere counts.
/// </summary>
/// <param name="Language"><c>promql</c>, <c>promql-record</c>, <c>yaml</c> or <c>json</c>.</param>
/// <param name="IsBad">Whether the rule must report it.</param>
/// <param name="Text">What stands in the block.</param>
public sealed record LintExample(string Language, bool IsBad, string Text)
{
    private const string Fence = "```";
    private const string FileMark = "--- ";
    private const string LineMark = "# <-";

    /// <summary>The examples in the documentation of a rule, in order.</summary>
    public static ImmutableArray<LintExample> AllOf(LintRule rule)
    {
        var examples = ImmutableArray.CreateBuilder<LintExample>();
        string[]? open = null;
        var lines = new List<string>();
        foreach (var line in rule.Documentation.Split('\n'))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                lines.Add(line);
            }
            else if (open is null)
            {
                open = line[Fence.Length..].Split(' ');
                lines.Clear();
            }
            else
            {
                if (open is [var language, "bad" or "good"])
                {
                    examples.Add(new LintExample(language, open[1] == "bad", string.Join('\n', lines) + "\n"));
                }

                open = null;
            }
        }

        return examples.ToImmutable();
    }

    /// <summary>The files of the project that the example shows.</summary>
    public ImmutableArray<ExampleFile> Files => Language switch
    {
        "promql" => [new("rules.yml", OfExpression("alert: Example"))],
        "promql-record" => [new("rules.yml", OfExpression("record: example:value"))],
        _ when Text.StartsWith(FileMark, StringComparison.Ordinal) => Split(),
        "json" => [new("dashboard.json", Text)],
        _ => [new(NameOf(Text), InGroup(Text))],
    };

    /// <summary>Lines, counted from 1, that must have a finding, with the path of their file; empty where none is marked.</summary>
    public ImmutableArray<(string Path, int Line)> MarkedLines =>
    [
        .. Files.SelectMany(f => f.Text.Split('\n').Select((line, i) => (f.Path, Line: i + 1, IsMarked: line.EndsWith(LineMark, StringComparison.Ordinal))))
            .Where(l => l.IsMarked)
            .Select(l => (l.Path, l.Line)),
    ];

    private ImmutableArray<ExampleFile> Split() =>
    [
        .. ("\n" + Text).Split("\n" + FileMark, StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var body = part[(end + 1)..];
            return new ExampleFile(part[..end].Trim(), InGroup(body.EndsWith('\n') ? body : body + "\n"));
        }),
    ];

    private static string NameOf(string text) => text.Contains("version: slo/v1", StringComparison.Ordinal) ? "example.slo.yaml" : "rules.yml";

    private static string InGroup(string text) => text.StartsWith("- ", StringComparison.Ordinal)
        ? "groups:\n- name: example\n  rules:\n" + Indented(text, 2)
        : text;

    private string OfExpression(string head) => InGroup("- " + head + "\n  expr: |\n" + Indented(Text, 4));

    private static string Indented(string text, int blanks)
        => string.Join('\n', text.TrimEnd('\n').Split('\n').Select(l => l.Length == 0 ? l : new string(' ', blanks) + l)) + "\n";
}
