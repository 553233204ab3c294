using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class FixTests
{
    private const string Misspelt = "groups:\n- name: a   # kept\n  rules:\n  - alert: A\n    Expr:  up == 0\n";
    private static readonly string Correct = Misspelt.Replace("Expr", "expr", StringComparison.Ordinal);

    [Fact]
    public void Fix_repairs_the_file_and_reports_what_is_left()
    {
        using var folder = FolderWith(Misspelt);
        var result = SloCommand.Run(folder.FullPath, "check", "--fix", "a.rules.yml").ShouldSucceed();
        Assert.Equal(Correct, folder.Read("a.rules.yml"));
        Assert.Equal("", result.Output);
        Assert.StartsWith("1 fix applied in 1 file.\n", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("0 fixes applied in 0 files.\n", SloCommand.Run(folder.FullPath, "check", "--fix").ShouldSucceed().Error, StringComparison.Ordinal);
        Assert.Equal(["a.rules.yml", "slo.yaml"], folder.Files());
    }

    [Fact]
    public void Diff_shows_the_change_writes_nothing_and_fails()
    {
        using var folder = FolderWith(Misspelt);
        var result = SloCommand.Run(folder.FullPath, "check", "--diff").ShouldExitWith(1);
        Assert.StartsWith("--- a.rules.yml\n+++ a.rules.yml (fixed)\n@@ ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n-    Expr:  up == 0\n+    expr:  up == 0\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(Misspelt, folder.Read("a.rules.yml"));
        Assert.Contains("+    expr:", SloCommand.Pipe(folder.FullPath, Misspelt, "check", "-", "--diff").ShouldExitWith(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_fixed_is_told_and_its_findings_stay()
    {
        using var folder = FolderWith(Misspelt.Replace("up == 0", "sum(", StringComparison.Ordinal));
        var result = SloCommand.Run(folder.FullPath, "check", "--fix").ShouldExitWith(1);
        Assert.StartsWith("a.rules.yml is not fixed: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("Expr", folder.Read("a.rules.yml"), StringComparison.Ordinal);
        Assert.Contains("a.rules.yml:5:5", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_not_replaced()
    {
        using var folder = FolderWith(Correct);
        using var elsewhere = new TempFolder();
        File.CreateSymbolicLink(folder.PathOf("b.rules.yml"), elsewhere.Write("b.yml", Misspelt));
        Assert.Contains("SLO049", SloCommand.Run(folder.FullPath, "check", "--fix").ShouldExitWith(2).Output, StringComparison.Ordinal);
        Assert.Equal(Misspelt, elsewhere.Read("b.yml"));

        File.Delete(folder.PathOf("b.rules.yml"));
        File.CreateSymbolicLink(folder.PathOf("b.rules.yml"), folder.Write("kept.txt", Misspelt));
        Assert.Contains("symbolic link", SloCommand.Run(folder.FullPath, "check", "--fix").ShouldExitWith(2).Output, StringComparison.Ordinal);
        Assert.Equal(Misspelt, folder.Read("kept.txt"));
    }

    [Theory]
    [InlineData("--unsafe")]
    [InlineData("--fix", "-")]
    [InlineData("--fix", "--baseline", "b.json", "--update-baseline")]
    public void Options_that_contradict_each_other_are_refused(params string[] options)
    {
        using var folder = FolderWith(Misspelt);
        SloCommand.Run(folder.FullPath, ["check", .. options]).ShouldExitWith(2);
        Assert.Equal(Misspelt, folder.Read("a.rules.yml"));
    }

    [Fact]
    public void Suppressed_findings_are_counted_not_shown()
    {
        using var folder = FolderWith(Correct.Replace("up == 0", "missing_metric == 0 # slo: ignore metric-not-in-catalogue -- x", StringComparison.Ordinal));
        folder.Write("app.metrics.yaml", "version: metrics/v1\nmetrics:\n  other: { type: gauge }\n");
        var result = SloCommand.Run(folder.FullPath, "check", "--fail-on", "warning").ShouldSucceed();
        Assert.Equal("", result.Output);
        Assert.Contains("1 suppressed", result.Error, StringComparison.Ordinal);
    }

    private static TempFolder FolderWith(string rules)
    {
        var folder = new TempFolder();
        folder.Write("slo.yaml", "version: slo-project/v1\nrules: ['*.rules.yml']\ncatalogues: ['*.metrics.yaml']\n");
        folder.Write("a.rules.yml", rules);
        return folder;
    }
}
