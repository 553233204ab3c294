using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.Plan;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>What one dashboard is judged by.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Board">The dashboard.</param>
/// <param name="Others">All dashboards of the output.</param>
/// <param name="Plan">The plan that they were made from.</param>
internal sealed record BoardCase(string Path, JsonObject Board, IReadOnlyDictionary<string, JsonObject> Others, CompilationPlan Plan);

/// <summary>A check with its code; it yields what is wrong.</summary>
internal sealed record BoardRule(string Code, Func<BoardCase, IEnumerable<string>> Check);

/// <summary>What Grafana takes without a word and then shows wrongly. The JSON schema knows nothing of it.</summary>
internal static class DashboardRules
{
    public static ImmutableArray<BoardRule> All { get; } =
        [.. LayoutRules.All, .. FieldRules.All, .. OutputRules.All, .. LinkRules.All, .. QueryRules.All];

    /// <summary>All findings in all dashboards, with code and file.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyDictionary<string, JsonObject> boards, CompilationPlan plan) =>
    [
        .. boards.SelectMany(b => All.SelectMany(
            r => r.Check(new BoardCase(b.Key, b.Value, boards, plan)).Select(m => $"{r.Code} {b.Key}: {m}"))),
    ];
}
