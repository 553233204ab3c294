using System.Reflection;
using SloCompiler.Core;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class PublicApiTests
{
    private static readonly Assembly Surface = typeof(SloProject).Assembly;

    [Fact]
    public void The_public_surface_changes_only_on_purpose()
        => Golden.MatchesFile("tests/SloCompiler.Packages.Tests/PublicApi.txt", PublicApi.Describe(Surface), "tests/SloCompiler.Packages.Tests");

    [Fact]
    public void No_type_of_the_implementation_is_in_the_surface()
    {
        var others = PublicApi.TypesIn(Surface).Where(t => t.Assembly != Surface && t.Assembly.GetName().Name?.StartsWith("SloCompiler", StringComparison.Ordinal) == true);
        Assert.Empty(others.Select(t => t.FullName));
    }
}
