using System.Globalization;
using SloCompiler.Fuzzing;

namespace SloCompiler.Language.Tests;

/// <summary>A short run of what <c>bench</c> does for longer; <c>SLO_FUZZ_INPUTS</c> sets the number of inputs.</summary>
public sealed class FuzzTests
{
    private const long FewInputs = 10_000;
    private const int Seed = 2;

    [Fact]
    public void No_mutated_input_breaks_a_law()
    {
        var inputs = Environment.GetEnvironmentVariable("SLO_FUZZ_INPUTS") is { Length: > 0 } number
            ? long.Parse(number, CultureInfo.InvariantCulture)
            : FewInputs;
        Assert.Empty(new Fuzzer(Seed).Run(0, inputs).Findings);
    }

    [Fact]
    public void A_number_makes_the_same_input_again()
        => Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(new Fuzzer(Seed).InputAt(i).Text, new Fuzzer(Seed).InputAt(i).Text));

    [Fact]
    public void Every_target_is_tried()
        => Assert.Equal(FuzzTargets.All.Select(t => t.Name), FuzzTargets.All.Where(t => Enumerable.Range(0, 500).Any(i => new Fuzzer(Seed).InputAt(i).Target == t)).Select(t => t.Name));
}
