using SloCompiler.PromQL.Types;
using SloCompiler.PromQL.Versions;
using Xunit;

namespace SloCompiler.PromQL.Tests.Types;

public sealed class FunctionTableTests
{
    private static IEnumerable<PromQlFunction> Current => PromQlFunctions.All.Where(f => !f.IsRemoved);

    [Fact]
    public void The_latest_Prometheus_has_ninety_functions() => Assert.Equal(90, Current.Count());

    [Fact]
    public void Experimental_functions_are_those_of_the_latest_Prometheus() => Assert.Equal(
        [
            "double_exponential_smoothing", "end", "histogram_quantiles", "info", "mad_over_time", "max_of", "min_of", "range",
            "sort_by_label", "sort_by_label_desc", "start", "start_timestamp", "step", "ts_of_first_over_time", "ts_of_last_over_time",
            "ts_of_max_over_time", "ts_of_min_over_time",
        ],
        Current.Where(f => f.IsExperimental).Select(f => f.Name));

    [Fact]
    public void Two_aggregations_are_experimental()
        => Assert.Equal(["limit_ratio", "limitk"], PromQlAggregations.Names.Where(PromQlAggregations.IsExperimental));

    [Theory]
    [InlineData("2.42", 70)]
    [InlineData("2.53", 76)]
    [InlineData("3.5", 80)]
    [InlineData("3.14", 90)]
    public void Each_release_has_its_number_of_functions(string release, int expected)
    {
        var target = PrometheusRelease.Parse(release) ?? throw new ArgumentException(release);
        Assert.Equal(expected, PromQlFunctions.All.Count(f => f.Availability.IsIn(target)));
    }

    [Fact]
    public void Every_name_stands_once_and_in_order()
        => Assert.Equal(PromQlFunctions.All.Select(f => f.Name).Distinct().Order(StringComparer.Ordinal), PromQlFunctions.All.Select(f => f.Name));

    [Fact]
    public void A_function_that_was_renamed_names_one_that_is_there()
        => Assert.All(PromQlFunctions.All.Where(f => f.IsRemoved), f => Assert.NotNull(PromQlFunctions.Find(f.RenamedTo ?? "")));
}
