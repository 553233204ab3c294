using System.Reflection;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Text.Tests;

public sealed class TextDiagnosticsTests
{
    [Fact]
    public void Every_descriptor_is_in_the_catalogue()
    {
        var declared = typeof(TextDiagnostics).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null))
            .OfType<DiagnosticDescriptor>();
        Assert.Equal(declared.Select(d => d.Name).Order(StringComparer.Ordinal), TextDiagnostics.All.Select(d => d.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_ascend_within_the_family_and_names_are_unique()
    {
        var codes = TextDiagnostics.All.Select(d => d.Code).ToArray();
        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
        Assert.All(codes, code => Assert.Matches("^SLO0[0-4][0-9]$", code));
        Assert.Equal(codes.Length, TextDiagnostics.All.Select(d => d.Name).Distinct().Count());
    }

    [Fact]
    public void Every_descriptor_says_what_why_and_what_to_do()
        => Assert.All(TextDiagnostics.All, d => Assert.All([d.Summary, d.Why, d.Help], text => Assert.Matches(@"^[A-Z].*\.$", text)));
}
