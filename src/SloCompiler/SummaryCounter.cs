using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Input;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Plan;

namespace SloCompiler;

/// <summary>Counts what was compiled.</summary>
internal static class SummaryCounter
{
    /// <summary>The counts, without the time.</summary>
    public static CompilationSummary Count(InputTexts inputs, ImmutableArray<RuleFile> ruleFiles, CompilationPlan? plan, ImmutableArray<OutputFile> files)
    {
        var services = plan?.Services ?? [];
        var rules = services.SelectMany(s => s.Groups).SelectMany(g => g.Rules).ToList();
        return new CompilationSummary(
            inputs.Specs.Length,
            services.Length,
            services.Sum(s => s.Slos.Length),
            rules.OfType<Plan.Rules.RecordingRule>().Count(),
            rules.OfType<Plan.Rules.AlertingRule>().Count(),
            files.Where(IsDashboard).Sum(CountPanels),
            TimeSpan.Zero)
        {
            RuleFiles = inputs.Rules.Length,
            Dashboards = inputs.Dashboards.Length,
            RulesRead = ruleFiles.Sum(f => f.Rules.Count()),
        };
    }

    private static bool IsDashboard(OutputFile file)
        => file.Path.StartsWith("grafana/", StringComparison.Ordinal) && file.Path.EndsWith(".json", StringComparison.Ordinal);

    // Every panel, also a row, has one position on the grid; a row says so in its type. A quote in a text is escaped, so that
    // only properties match.
    private static int CountPanels(OutputFile file)
        => file.Text.AsSpan().Count("\"gridPos\":") - file.Text.AsSpan().Count("\"type\": \"row\"");
}
