using SloCompiler.Diagnostics;
using SloCompiler.Testing;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Tests;

public sealed class DiagnosticCatalogTests
{
    private static readonly string[] BannedPrefixes = ["use-", "avoid-", "no-", "prefer-", "require-"];

    public static TheoryData<string> Names => [.. DiagnosticCatalog.All.Select(d => d.Name)];

    [Fact]
    public void Codes_and_names_are_unique()
    {
        Assert.Empty(DiagnosticCatalog.All.GroupBy(d => d.Code).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(DiagnosticCatalog.All.GroupBy(d => d.Name).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.NotEmpty(DiagnosticCatalog.All);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_of_finding_states_the_bad_thing_and_explains_it(string name)
    {
        var descriptor = Find(name);
        Assert.Matches("^SLO[0-9]{3}$", descriptor.Code);
        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)+$", descriptor.Name);
        Assert.DoesNotContain(BannedPrefixes, p => name.StartsWith(p, StringComparison.Ordinal));
        Assert.All([descriptor.Summary, descriptor.Why, descriptor.Help], text => Assert.Matches(@"^\S[\s\S]*[.?]$", text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_of_every_kind_of_finding_is_what_its_descriptor_gives(string name)
    {
        var descriptor = Find(name);
        Golden.MatchesFile(RulePages.PathOf(descriptor), RulePages.Page(descriptor), "tests/SloCompiler.Tests");
    }

    [Fact]
    public void The_index_lists_every_page_and_no_page_is_left_over()
    {
        Golden.MatchesFile($"{RulePages.Folder}/index.md", RulePages.Index(), "tests/SloCompiler.Tests");
        var pages = Directory.GetFiles(Repository.PathOf(RulePages.Folder)).Select(Path.GetFileNameWithoutExtension);
        Assert.Empty(pages.Except([.. DiagnosticCatalog.All.Select(d => d.Name), "index"]));
    }

    private static DiagnosticDescriptor Find(string name) => DiagnosticCatalog.All.First(d => d.Name == name);
}
