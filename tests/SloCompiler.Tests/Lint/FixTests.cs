using SloCompiler.BackEnds;
using SloCompiler.Checks;
using SloCompiler.Checks.Engine;
using SloCompiler.Fixing;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Tests.Lint;

public sealed class FixTests
{
    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(r => r.Descriptor.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Fixes_of_a_rule_remove_what_it_reports_and_nothing_is_left_to_fix(string name)
    {
        var rule = RuleCatalog.All.First(r => r.Descriptor.Name == name);
        var safest = new List<FixSafety>();
        foreach (var example in LintExample.AllOf(rule).Where(e => e.IsBad))
        {
            var files = LintedProject.FilesOf(example.Files);
            var before = Own(LintedProject.Check(files));
            safest.AddRange(before.Select(d => d.Fix).OfType<Fix>().Select(f => f.Safety));
            if (before.Exists(d => d.Fix is not null))
            {
                CheckFixes(files, before);
            }
        }

        Assert.Equal(rule.Repair is { } repair ? [repair] : [], safest.Order().Take(1));

        void CheckFixes(MemoryFiles files, List<Diagnostic> before)
        {
            var fixedOnce = Run(files, FixSafety.Unsafe);
            Assert.Empty(fixedOnce.Refusals);
            var after = Own(fixedOnce.Check);
            Assert.DoesNotContain(after, d => d.Fix is not null);
            Assert.True(after.Count <= before.Count(d => d.Fix is null), string.Join("\n", after.Select(d => d.Message)));
            var again = Run(files.With(fixedOnce.Files.ToDictionary(f => f.Path, f => f.NewText)), FixSafety.Unsafe);
            Assert.Empty(again.Files);
        }

        List<Diagnostic> Own(CompilationResult result) => [.. result.Diagnostics.Where(d => d.Descriptor == rule.Descriptor)];
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_fix_gives_the_same_expression_however_yaml_writes_it(string name)
    {
        var rule = RuleCatalog.All.First(r => r.Descriptor.Name == name);
        foreach (var example in LintExample.AllOf(rule).Where(e => rule.Repair is not null && e.IsBad && e.Language.StartsWith("promql", StringComparison.Ordinal)))
        {
            var text = example.Text.TrimEnd('\n');
            var head = example.Language == "promql" ? "alert: A" : "record: a:b";
            var written = new[] { "|-\n      " + text, ">-\n      " + text, text, $"'{text.Replace("'", "''", StringComparison.Ordinal)}'", Escaped(text) }
                .Select(style => $"groups:\n- name: a\n  rules:\n  - {head}\n    expr: {style}\n")
                .Where(yaml => ExpressionIn(yaml) == text)
                .ToList();
            Assert.True(written.Count >= 3 || text.Contains('\n', StringComparison.Ordinal), text);
            Assert.True(written.Select(Repaired).Distinct().Count() <= 1, string.Join("\n", written.Select(Repaired)));
        }

        static string Repaired(string yaml) => ExpressionIn(Run(Project(yaml), FixSafety.Unsafe).Files.SingleOrDefault()?.NewText ?? yaml) ?? yaml;
        static string Escaped(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        static string? ExpressionIn(string yaml)
            => RuleFileReader.Read(new SourceText("a.yml", yaml), new RuleFileOptions(), new DiagnosticBag())?.Rules.SingleOrDefault()?.Expr.Text;
    }

    [Fact]
    public void A_fix_changes_its_words_only_and_comments_and_layout_stay()
    {
        const string Before = "# top\ngroups:\n-   name:   a   # the group\n    rules:\n    - alert: A\n      'Expr':   up == 0   # why\n\n      keepFiringFor: 5m\n";
        const string After = "# top\ngroups:\n-   name:   a   # the group\n    rules:\n    - alert: A\n      expr:   up == 0   # why\n\n      keep_firing_for: 5m\n";
        var result = Run(Project(Before), FixSafety.Safe);
        Assert.Equal(After, Assert.Single(result.Files).NewText);
        Assert.Equal(2, result.Applied);
        Assert.False(result.Check.HasErrors);
    }

    [Fact]
    public void Windows_line_breaks_and_a_byte_order_mark_stay()
    {
        const string Before = "\uFEFFgroups:\r\n- name: a\r\n  rules:\r\n  - alert: A\r\n    Expr: up == 0\r\n";
        Assert.Equal(Before.Replace("Expr", "expr", StringComparison.Ordinal), Assert.Single(Run(Project(Before), FixSafety.Safe).Files).NewText);
    }

    [Fact]
    public void A_guess_waits_for_unsafe()
    {
        var files = Project("groups:\n- name: a\n  rules:\n  - alert: A\n    exprr: up == 0\n");
        Assert.Empty(Run(files, FixSafety.Safe).Files);
        Assert.Contains("    expr: up == 0\n", Assert.Single(Run(files, FixSafety.Unsafe).Files).NewText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_would_have_a_new_error_is_left_alone_and_the_others_are_fixed()
    {
        var files = LintedProject.FilesOf(
            new("bad.yml", "groups:\n- name: a\n  rules:\n  - alert: A\n    Expr: sum(\n"),
            new("good.yml", "groups:\n- name: b\n  rules:\n  - alert: A\n    Expr: up == 0\n"));
        var result = Run(files, FixSafety.Safe);
        Assert.Equal("good.yml", Assert.Single(result.Files).Path);
        Assert.Equal(1, result.Applied);
        var refusal = Assert.Single(result.Refusals);
        Assert.Equal("bad.yml", refusal.Path);
        Assert.Contains("new error", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_file_is_left_alone()
    {
        var result = Run(Project($"# {GeneratedMarker.From("a.slo.yaml")}\ngroups:\n- name: a\n  rules:\n  - alert: A\n    Expr: up == 0\n"), FixSafety.Safe);
        Assert.Empty(result.Files);
        Assert.Contains("generated", Assert.Single(result.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_files_that_are_asked_for_are_fixed()
    {
        var files = LintedProject.FilesOf(
            new("a.yml", "groups:\n- name: a\n  rules:\n  - alert: A\n    Expr: up == 0\n"),
            new("b.yml", "groups:\n- name: b\n  rules:\n  - alert: A\n    Expr: up == 0\n"));
        var result = LintedProject.Fix(files, FixSafety.Safe, "b.yml");
        Assert.Equal("b.yml", Assert.Single(result.Files).Path);
    }

    private static MemoryFiles Project(string rules) => LintedProject.FilesOf(new ExampleFile("rules.yml", rules));

    private static FixResult Run(MemoryFiles files, FixSafety most) => LintedProject.Fix(files, most);
}
