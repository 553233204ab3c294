using System.Collections.Immutable;
using Xunit;

namespace SloCompiler.Text.Tests;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_are_in_the_order_of_the_items(int? threads)
    {
        ImmutableArray<int> items = [.. Enumerable.Range(0, 500)];
        Assert.Equal(items.Select(i => i * i), new Workers(threads).Map(items, i => i * i));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_goes_wrong_is_thrown_as_it_is(int threads)
        => Assert.Throws<InvalidDataException>(() => new Workers(threads).Map<int, int>([1, 2, 3], _ => throw new InvalidDataException()));
}
