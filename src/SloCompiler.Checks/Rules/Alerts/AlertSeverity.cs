using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Project;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>Whether somebody is woken by an alert of a rule file.</summary>
internal static class AlertSeverity
{
    private const string Page = "page";

    /// <summary>Whether the label <c>severity</c> says so: <c>page</c>, <c>critical</c>, or what the settings call a page.</summary>
    public static bool IsPage(RuleScope scope)
        => scope.Subject.Labels.Any(l => l.Name == "severity" && (l.Value is Page or "critical" || l.Value == Renamed(scope.Project.Specs.Config)));

    private static string? Renamed(ProjectConfig config) => config.Severities.GetValueOrDefault(Page);
}
