using System.Collections.Immutable;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>The same story about several SLOs in one test: promtool evaluates the whole rule file for every test.</summary>
/// <param name="Title">The story.</param>
/// <param name="Members">SLOs whose raw series do not meet.</param>
internal sealed record TestBatch(string Title, ImmutableArray<BatchMember> Members)
{
    // Without bounds, the time for a service would grow with the square of its SLOs.
    private const int MostMembers = 50;
    private const int MostTried = 16;

    /// <summary>Puts the stories of all SLOs into as few tests as a greedy choice finds, in a fixed order.</summary>
    public static IEnumerable<TestBatch> Plan(IEnumerable<TestedSlo> slos)
        => slos.SelectMany(s => Scenarios.Of(s).Select(scenario => new BatchMember(s, scenario)))
            .GroupBy(m => m.Scenario.Title, StringComparer.Ordinal)
            .SelectMany(Split);

    private static IEnumerable<TestBatch> Split(IGrouping<string, BatchMember> story)
    {
        var batches = new List<TestBatch>();
        foreach (var member in story)
        {
            var index = batches.FindIndex(
                Math.Max(0, batches.Count - MostTried),
                b => b.Members.Length < MostMembers && !b.Members.Any(m => Meet(m.Slo.Feed, member.Slo.Feed)));
            if (index < 0)
            {
                batches.Add(new TestBatch(story.Key, [member]));
            }
            else
            {
                batches[index] = batches[index] with { Members = batches[index].Members.Add(member) };
            }
        }

        return batches;
    }

    private static bool Meet(SignalFeed a, SignalFeed b) => a.Disturbs(b) || b.Disturbs(a);
}

/// <summary>A story about an SLO.</summary>
/// <param name="Slo">The SLO.</param>
/// <param name="Scenario">The story.</param>
internal sealed record BatchMember(TestedSlo Slo, Scenario Scenario);
