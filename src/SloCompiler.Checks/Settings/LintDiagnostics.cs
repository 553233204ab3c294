using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Settings;

/// <summary>The findings on the settings of the linter: SLO090–SLO091.</summary>
public static class LintDiagnostics
{
    /// <summary>A setting names a rule that does not exist.</summary>
    public static DiagnosticDescriptor UnknownRule { get; } = new(
        "SLO090", "unknown-rule", Severity.Error,
        "A rule is named that slo does not have.",
        "A misspelt name switches nothing on or off, and nothing else would say so.",
        "Name a rule or code that slo rules lists.");

    /// <summary>A setting softens what cannot be softened.</summary>
    public static DiagnosticDescriptor NotConfigurable { get; } = new(
        "SLO091", "rule-not-configurable", Severity.Error,
        "A setting switches off or softens an error of reading a file.",
        "What cannot be read cannot be compiled or checked, whatever the settings say.",
        "Remove the setting and correct what is reported.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnknownRule, NotConfigurable];
}
