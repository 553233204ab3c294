using System.Collections.Immutable;
using SloCompiler.Checks.Settings;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Suppressions;

/// <summary>The findings on comments that suppress findings: SLO092–SLO095 and SLO099.</summary>
public static class SuppressionDiagnostics
{
    private const string Example = "A correct comment is `# slo: ignore rule-name until 2027-01-31 -- reason`.";

    /// <summary>Nothing is suppressed.</summary>
    public static DiagnosticDescriptor Unused { get; } = Warning(
        "SLO092", "unused-suppression",
        "A comment suppresses a finding that is not there.",
        "The next mistake of that kind would be hidden by a comment that was not meant for it.",
        "Remove the name, or the comment. It holds for its own line or the next; above the first key of a rule, an SLO or a group, for all of it.");

    /// <summary>A name is none.</summary>
    public static DiagnosticDescriptor UnknownRule { get; } = Warning(
        "SLO093", "unknown-suppressed-rule",
        "A comment suppresses a rule that slo does not have.",
        "It suppresses nothing, and what it was meant for is reported again or was never reported.",
        "Name a rule or code that slo rules lists.");

    /// <summary>Its last day is over.</summary>
    public static DiagnosticDescriptor Expired { get; } = Warning(
        "SLO094", "expired-suppression",
        "A comment suppressed findings up to a day that is over.",
        "It does not hold any more: what it suppressed is reported again.",
        "Correct what it was for, or give a later day with a new reason.");

    /// <summary>No reason is written.</summary>
    public static DiagnosticDescriptor Reasonless { get; } = Warning(
        "SLO095", "suppression-without-reason",
        "A comment suppresses findings and does not say why.",
        "Whoever reads it later cannot tell whether it is still right.",
        "Write the reason behind ` -- `.");

    /// <summary>It cannot be understood.</summary>
    public static DiagnosticDescriptor Invalid { get; } = Warning(
        "SLO099", "invalid-suppression",
        "A comment that is meant to suppress findings cannot be read, or names what cannot be suppressed.",
        "It suppresses nothing.",
        Example);

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Unused, UnknownRule, Expired, Reasonless, Invalid];

    /// <summary>
    /// Whether findings of a kind may be suppressed: those of lint rules, and whatever is less than an error. What cannot be read
    /// stays an error, and a comment does not excuse another.
    /// </summary>
    public static bool IsSuppressible(DiagnosticDescriptor descriptor)
        => !All.Contains(descriptor) && !FixedFindings.Contains(descriptor);

    private static DiagnosticDescriptor Warning(string code, string name, string summary, string why, string help)
        => new(code, name, Severity.Warning, summary, why, help);
}
