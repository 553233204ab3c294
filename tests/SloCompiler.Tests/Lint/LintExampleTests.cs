using SloCompiler.Checks;
using SloCompiler.Checks.Engine;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Tests.Lint;

public sealed class LintExampleTests
{
    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(r => r.Descriptor.Name)];

    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var rule in RuleCatalog.All)
            {
                for (var i = 0; i < LintExample.AllOf(rule).Length; i++)
                {
                    data.Add(rule.Descriptor.Name, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_shows_what_it_reports_and_what_it_does_not(string name)
    {
        var examples = LintExample.AllOf(Find(name));
        Assert.Contains(examples, e => e.IsBad);
        Assert.Contains(examples, e => !e.IsBad);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_raises_its_rule_exactly_where_it_is_marked(string name, int index)
    {
        var rule = Find(name);
        var example = LintExample.AllOf(rule)[index];
        var findings = LintedProject.FindingsOf(example.Files);
        if (!example.IsBad)
        {
            // Advice of other rules is hidden, and an example that follows all of it would show nothing else.
            Assert.Empty(findings.Where(f => f.Severity != Severity.Info || f.Descriptor == rule.Descriptor).Select(f => $"{f.Descriptor.Name}: {f.Message}"));
            return;
        }

        Assert.Equal([name], findings.Where(f => f.Severity != Severity.Info).Select(f => f.Descriptor.Name).Append(name).Distinct());
        var found = findings.Where(f => f.Descriptor == rule.Descriptor).Select(f => (f.Span.Source.Path, f.Span.Start.Line)).Distinct().ToArray();
        Assert.NotEmpty(found);
        if (!example.MarkedLines.IsEmpty)
        {
            Assert.Equal(example.MarkedLines.Order(), found.Order());
        }
    }

    private static LintRule Find(string name) => RuleCatalog.All.First(r => r.Descriptor.Name == name);
}
