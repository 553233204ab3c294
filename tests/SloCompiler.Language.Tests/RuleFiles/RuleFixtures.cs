using System.Collections.Immutable;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Tests;

/// <summary>Reads rule files of tests.</summary>
internal static class RuleFixtures
{
    public static (RuleFile? File, ImmutableArray<Diagnostic> Diagnostics) Read(string text, string dialect = "prometheus")
    {
        var bag = new DiagnosticBag();
        var options = new RuleFileOptions { Dialect = RuleDialects.All.Single(d => d.Name == dialect), Workers = new Workers(2) };
        var file = RuleFileReader.Read(new SourceText("rules.yml", text), options, bag);
        return (file, bag.ToImmutable());
    }

    public static RuleFile ReadGood(string text)
    {
        var (file, diagnostics) = Read(text);
        Assert.Equal([], diagnostics.Select(Fixtures.Describe));
        return file ?? throw new InvalidOperationException("No file, and nothing reported.");
    }

    public static bool IsAccepted(string text) => Read(text).Diagnostics.All(d => d.Severity != Severity.Error);
}
