using SloCompiler.Explaining;
using SloCompiler.Language.Model;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Printing;

namespace SloCompiler.Cli.Rendering;

/// <summary>Prints the stages of the compiler for those who work on it. The form is no promise.</summary>
internal static class StagePrinter
{
    /// <summary>The specs as read.</summary>
    public static void PrintModel(CompilationResult result, TextWriter writer)
    {
        foreach (var service in result.Specs?.Services ?? [])
        {
            writer.Write($"service {service.Name.Value} \"{service.Title}\"\n");
            foreach (var slo in service.Slos)
            {
                PrintSlo(slo, writer);
            }

            foreach (var alert in service.Alerts)
            {
                writer.Write($"  alert {alert.Name.Value} {alert.Severity.Value}: {PromQlPrinter.Print(alert.Expr.Expr)}\n");
            }

            foreach (var panel in service.DashboardRows.SelectMany(r => r.Panels))
            {
                writer.Write($"  panel {panel.Type} \"{panel.Title}\"\n");
            }
        }
    }

    /// <summary>The plan.</summary>
    public static void PrintPlan(CompilationResult result, TextWriter writer)
    {
        foreach (var service in result.Plan?.Services ?? [])
        {
            writer.Write($"service {service.Service} from {DisplayText.OneLine(service.SpecPath)}\n");
            foreach (var slo in service.Slos)
            {
                PrintSlo(slo, writer);
            }

            foreach (var group in service.Groups)
            {
                writer.Write($"  group {group.Name} every {group.Interval?.ToString() ?? "default"}: {group.Rules.Length} rules\n");
            }
        }
    }

    /// <summary>The rules.</summary>
    public static void PrintPromQl(CompilationResult result, TextWriter writer)
    {
        foreach (var group in (result.Plan?.Services ?? []).SelectMany(s => s.Groups))
        {
            writer.Write($"# {group.Name}\n");
            foreach (var rule in group.Rules)
            {
                var name = rule switch
                {
                    RecordingRule record => record.Record,
                    AlertingRule alert => $"ALERT {alert.Alert}",
                    _ => throw new InvalidOperationException($"Unknown rule {rule.GetType().Name}."),
                };
                writer.Write($"{name}{{{string.Join(",", rule.Labels.Select(l => $"{l.Name}=\"{l.Value}\""))}}}\n");
                writer.Write($"  {PromQlPrinter.PrintPretty(rule.Expr).Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
            }
        }
    }

    private static void PrintSlo(SloSpec slo, TextWriter writer)
        => writer.Write($"  slo {slo.Name.Value} {slo.Objective.Text} over {slo.Window.Text}, {slo.Sli.Kind}\n");

    private static void PrintSlo(SloPlan slo, TextWriter writer)
    {
        writer.Write($"  slo {slo.Name} {slo.ObjectiveText} over {slo.Window.Text}, {slo.IndicatorKind}, base {slo.BaseWindow}\n");
        foreach (var tier in slo.Tiers)
        {
            writer.Write($"    {tier.Severity} {tier.Name} {tier.LongWindow}/{tier.ShortWindow} above {HumanNumbers.Exact(tier.Threshold)}\n");
        }
    }
}
