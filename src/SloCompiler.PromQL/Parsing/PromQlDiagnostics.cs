using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.PromQL.Parsing;

/// <summary>The kinds of findings that reading an expression can make.</summary>
public static class PromQlDiagnostics
{
    /// <summary>The text is not PromQL.</summary>
    public static DiagnosticDescriptor Syntax { get; } = new(
        "SLO300", "promql-syntax", Severity.Error,
        "The expression is not valid PromQL.",
        "Prometheus refuses the whole rule file that holds such an expression.",
        "Correct the expression at the marked place.");

    /// <summary>The types do not fit.</summary>
    public static DiagnosticDescriptor Type { get; } = new(
        "SLO301", "promql-type", Severity.Error,
        "An operator, function or aggregation is given a value of the wrong type.",
        "Prometheus checks types when it loads a rule and refuses the file.",
        "Give the function what it takes: a range such as x[5m] for rate(), an instant vector for sum().");

    /// <summary>A matcher's regular expression is invalid.</summary>
    public static DiagnosticDescriptor Regex { get; } = new(
        "SLO302", "promql-regex", Severity.Error,
        "A label matcher holds a regular expression that RE2 does not accept.",
        "Prometheus uses RE2, which has no lookaround and no backreferences, and refuses the rule file.",
        "Write the pattern within RE2's syntax; != and !~ matchers replace negative lookahead.");

    /// <summary>The expression exceeds a limit.</summary>
    public static DiagnosticDescriptor TooLarge { get; } = new(
        "SLO303", "promql-too-large", Severity.Error,
        "The expression is longer, deeper or larger than slo reads.",
        "Limits keep one broken or hostile expression from taking all time and memory.",
        "Split the expression with recording rules.");

    /// <summary>A function of this name does not exist.</summary>
    public static DiagnosticDescriptor UnknownFunction { get; } = new(
        "SLO305", "promql-unknown-function", Severity.Error,
        "A function is called that PromQL does not have.",
        "Prometheus refuses the whole rule file.",
        "Function names are case-sensitive; see the list of functions of your Prometheus version.");

    /// <summary>The Prometheus that must load it is too old.</summary>
    public static DiagnosticDescriptor TooNew { get; } = new(
        "SLO306", "promql-too-new", Severity.Error,
        "The expression uses something that the oldest Prometheus of the project does not know.",
        "That Prometheus refuses the whole rule file, and with it all other rules in it.",
        "Write the expression without the construct, or raise `prometheus.version` in slo.yaml once every server is upgraded.");

    /// <summary>The Prometheus that must load it lacks a flag.</summary>
    public static DiagnosticDescriptor FlagMissing { get; } = new(
        "SLO307", "promql-flag-missing", Severity.Error,
        "The expression uses something experimental whose feature flag is not among those of the project.",
        "Without the flag, Prometheus refuses the whole rule file.",
        "Start Prometheus with the flag and name it in `prometheus.features` in slo.yaml, or write the expression without the construct.");

    /// <summary>Newer releases do not have it any more.</summary>
    public static DiagnosticDescriptor Removed { get; } = new(
        "SLO308", "promql-removed", Severity.Error,
        "The expression uses something that Prometheus has removed.",
        "The Prometheus of the project refuses the whole rule file.",
        "Use what replaced it.");

    /// <summary>Nobody has said whether the flag is on.</summary>
    public static DiagnosticDescriptor FlagUnknown { get; } = new(
        "SLO309", "promql-experimental", Severity.Warning,
        "The expression uses something experimental, and the project does not say which feature flags Prometheus runs with.",
        "Without the flag, Prometheus refuses the whole rule file; and what is experimental may change or go in any release.",
        "Name the flags of Prometheus in `prometheus.features` in slo.yaml, or write the expression without the construct.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [Syntax, Type, Regex, TooLarge, UnknownFunction, TooNew, FlagMissing, Removed, FlagUnknown];
}
