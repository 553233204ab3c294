using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Diagnostics;

/// <summary>The findings on templates of the report: SLO046–SLO048.</summary>
public static class ReportDiagnostics
{
    /// <summary>A template that does not work.</summary>
    public static DiagnosticDescriptor BrokenTemplate { get; } = new(
        "SLO046", "report-template-broken", Severity.Error,
        "A template of the report cannot be read or filled in.",
        "The pages that it makes would be missing or cut off.",
        "Correct the template; docs/reference/report.md describes the model and the helpers.");

    /// <summary>A template that writes text as it is.</summary>
    public static DiagnosticDescriptor UnescapedTemplate { get; } = new(
        "SLO047", "report-template-unescaped", Severity.Error,
        "A template of the report writes a value without escaping it.",
        "Titles, owners and labels may hold markup, which would become a part of the page.",
        "Write two braces, `{{title}}`; charts have a helper, `{{chart charts.detection}}`.");

    /// <summary>A file among the templates that no page uses.</summary>
    public static DiagnosticDescriptor UnknownTemplate { get; } = new(
        "SLO048", "unknown-report-template", Severity.Warning,
        "A file in the folder of templates is none that the report uses.",
        "With a misspelt name the built-in template stays in force, and nobody notices.",
        "Rename it after the template that it is to replace; start its name with `_` for a part that only your templates use.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [BrokenTemplate, UnescapedTemplate, UnknownTemplate];
}
