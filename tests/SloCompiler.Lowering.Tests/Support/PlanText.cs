using System.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.PromQL.Printing;

namespace SloCompiler.Lowering.Tests.Support;

/// <summary>A plan as text for goldens: one line per rule.</summary>
internal static class PlanText
{
    /// <summary>The groups whose names have a prefix.</summary>
    public static IEnumerable<string> GroupsOf(LoweringResult result, string prefix)
        => PlanOf(result).Services
            .SelectMany(service => service.Groups)
            .Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(Of);

    public static CompilationPlan PlanOf(LoweringResult result)
        => result.Plan ?? throw new InvalidOperationException("There is no plan.");

    private static string Of(RuleGroup group)
    {
        var text = new StringBuilder($"{group.Name}{(group.Interval is { } interval ? $" every {interval}" : "")}\n");
        foreach (var rule in group.Rules)
        {
            var name = rule switch
            {
                RecordingRule record => record.Record,
                AlertingRule alert => $"{alert.Alert} {string.Join(' ', alert.Labels.Where(IsTelling).Select(label => label.Value))}".TrimEnd(),
                _ => throw new InvalidOperationException(),
            };
            text.Append("  ").Append(name).Append(" = ").Append(PromQlPrinter.Print(rule.Expr)).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsTelling(PlanLabel label) => label.Name is "severity" or "tier";
}
