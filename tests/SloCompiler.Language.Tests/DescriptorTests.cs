using System.Text.RegularExpressions;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Tests;

public sealed partial class DescriptorTests
{
    [Fact]
    public void Codes_and_names_are_unique_and_codes_ascend()
    {
        var codes = SpecDiagnostics.All.Select(d => d.Code).ToList();

        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), codes);
        Assert.Equal(codes.Count, SpecDiagnostics.All.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_descriptor_is_listed()
    {
        var declared = typeof(SpecDiagnostics).GetProperties()
            .Where(p => p.PropertyType == typeof(DiagnosticDescriptor))
            .Select(p => ((DiagnosticDescriptor?)p.GetValue(null))?.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(declared, SpecDiagnostics.All.Select(d => d.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Texts_are_sentences_and_names_state_what_is_wrong()
    {
        foreach (var descriptor in SpecDiagnostics.All)
        {
            Assert.Matches(Code(), descriptor.Code);
            Assert.Matches(Name(), descriptor.Name);
            Assert.All(new[] { descriptor.Summary, descriptor.Why, descriptor.Help }, t => Assert.Matches(Sentence(), t));
        }
    }

    [GeneratedRegex("^SLO(1[0-9]{2}|2[0-4][0-9])$")]
    private static partial Regex Code();

    [GeneratedRegex("^(?!use-|avoid-|no-|prefer-)[a-z]+(-[a-z]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Z`0].*[.]$")]
    private static partial Regex Sentence();
}
