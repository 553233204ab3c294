using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Dashboards;

/// <summary>The findings on the structure of dashboards: SLO710 to SLO714.</summary>
public static class DashboardDiagnostics
{
    /// <summary>No JSON.</summary>
    public static DiagnosticDescriptor InvalidJson { get; } = new(
        "SLO710", "invalid-json", Severity.Error,
        "A dashboard is not valid JSON.",
        "Grafana refuses the file, and goes on with the dashboard that it has, or with none.",
        "Correct the text at the marked place: JSON has no comments, no single quotes and no comma behind the last value.");

    /// <summary>A key twice.</summary>
    public static DiagnosticDescriptor RepeatedKey { get; } = new(
        "SLO711", "repeated-json-key", Severity.Warning,
        "An object of a dashboard has the same key twice.",
        "The last one counts, and the first is lost without a word.",
        "Take one of the two out.");

    /// <summary>A part of another kind.</summary>
    public static DiagnosticDescriptor WrongKind { get; } = new(
        "SLO712", "wrong-dashboard-value", Severity.Error,
        "A part of a dashboard is of another kind than Grafana reads.",
        "Grafana refuses the file or shows nothing in its place.",
        "Write a value of the expected kind.");

    /// <summary>The newer model.</summary>
    public static DiagnosticDescriptor NotChecked { get; } = new(
        "SLO713", "dashboard-not-checked", Severity.Info,
        "A dashboard is in a model that slo does not read.",
        "Nothing in it was checked.",
        "Export it in the classic model to have it checked.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [InvalidJson, RepeatedKey, WrongKind, NotChecked];
}
