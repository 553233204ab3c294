using SloCompiler.BackEnds.Tests.Samples;
using Xunit;

namespace SloCompiler.BackEnds.Tests;

public class BackEndCatalogTests
{
    [Fact]
    public void Names_are_unique_and_descriptions_are_sentences()
    {
        Assert.Equal(BackEndCatalog.All.Length, BackEndCatalog.All.Select(b => b.Name).Distinct().Count());
        Assert.All(BackEndCatalog.All, b => Assert.EndsWith(".", b.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_is_the_same_each_time_and_carries_the_marker()
    {
        var first = Files();
        Assert.NotEmpty(first);
        Assert.Equal(first.Select(f => (f.Path, f.Text)), Files().Select(f => (f.Path, f.Text)));
        Assert.Equal(first.Length, first.Select(f => f.Path).Distinct().Count());
        Assert.All(first, file =>
        {
            Assert.True(GeneratedMarker.IsIn(file.Text), file.Path);
            Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\r", file.Text, StringComparison.Ordinal);
        });
    }

    private static OutputFile[] Files()
    {
        var plan = SamplePlan.Of(SamplePlan.Availability, SamplePlan.Latency, SamplePlan.Slices);
        return [.. BackEndCatalog.All.SelectMany(b => b.Generate(plan))];
    }
}
