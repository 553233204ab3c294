using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning;

/// <summary>The metric name that a selector asks for.</summary>
internal static class SelectorNames
{
    /// <summary>The name, also where a matcher states it; null where several metrics may be selected.</summary>
    public static string? NameOf(VectorSelector selector)
    {
        if (selector.MetricName is not null)
        {
            return selector.MetricName;
        }

        foreach (var matcher in selector.Matchers)
        {
            if (matcher is { Name: "__name__", Operator: MatchOperator.Equal })
            {
                return matcher.Value;
            }
        }

        return null;
    }
}
