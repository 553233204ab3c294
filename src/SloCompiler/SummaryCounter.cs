using System.Collections.Immutable;
using SloCompiler.Input;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Plan;

namespace SloCompiler;

/// <summary>Counts what was compiled.</summary>
internal static class SummaryCounter
{
    /// <summary>The counts, without the time.</summary>
    public static CompilationSummary Count(InputTexts inputs, ImmutableArray<RuleFile> ruleFiles, CompilationPlan? plan)
    {
        var services = plan?.Services ?? [];
        var rules = services.SelectMany(s => s.Groups).SelectMany(g => g.Rules).ToList();
        return new CompilationSummary(
            inputs.Specs.Length,
            services.Length,
            services.Sum(s => s.Slos.Length),
            rules.OfType<Plan.Rules.RecordingRule>().Count(),
            rules.OfType<Plan.Rules.AlertingRule>().Count(),
            TimeSpan.Zero)
        {
            RuleFiles = inputs.Rules.Length,
            Dashboards = inputs.Dashboards.Length,
            RulesRead = ruleFiles.Sum(f => f.Rules.Count()),
        };
    }
}
