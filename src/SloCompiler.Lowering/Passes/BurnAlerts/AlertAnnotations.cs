using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Passes.Metadata;
using SloCompiler.Plan;

namespace SloCompiler.Lowering.Passes.BurnAlerts;

/// <summary>Annotations of an SLO's alerts.</summary>
internal static class AlertAnnotations
{
    public const string Summary = "summary";
    public const string Description = "description";
    public const string RunbookUrl = "runbook_url";
    public const string DashboardUrl = "dashboard_url";

    /// <summary>Who the alert is about: <c>edge/login</c>, with the values of <c>by</c> labels.</summary>
    public static string Subject(SloDraft slo)
    {
        var values = slo.By.Select(label => $"{label} {AlertTemplates.Label(label)}");
        return $"{slo.ServiceName}/{slo.Name}{(slo.By.IsEmpty ? "" : $" ({string.Join(", ", values)})")}";
    }

    /// <summary>Summary, description and links; annotations of the author win.</summary>
    public static ImmutableArray<PlanLabel> For(
        SloDraft slo, SeverityBlock block, string purpose, string summary, string description)
    {
        var runbook = slo.Runbooks.FirstOrDefault(link => string.Equals(link.Purpose, purpose, StringComparison.Ordinal))?.Url;
        return LabelLists.Merge(
            List((Summary, summary), (Description, description), (RunbookUrl, runbook), (DashboardUrl, slo.DashboardUrl)),
            LabelLists.ToPlan(block.Annotations));
    }

    /// <summary>The annotations that have a value.</summary>
    public static ImmutableArray<PlanLabel> List(params ImmutableArray<(string Name, string? Value)> annotations)
        => [.. annotations.Where(pair => pair.Value is not null).Select(pair => new PlanLabel(pair.Name, pair.Value ?? ""))];
}
