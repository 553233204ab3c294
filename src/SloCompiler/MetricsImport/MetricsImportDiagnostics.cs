using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.MetricsImport;

/// <summary>The findings on what a metrics catalogue is made from: SLO860–SLO869.</summary>
public static class MetricsImportDiagnostics
{
    /// <summary>A line that cannot be read.</summary>
    public static DiagnosticDescriptor Invalid { get; } = new(
        "SLO860", "exposition-invalid", Severity.Error,
        "A line is not of the text formats in which metrics are exposed.",
        "Prometheus would refuse the whole scrape.",
        "Correct what writes it; the formats are Prometheus text 0.0.4 and OpenMetrics 1.0.");

    /// <summary>No metrics at all.</summary>
    public static DiagnosticDescriptor Empty { get; } = new(
        "SLO861", "exposition-empty", Severity.Error,
        "Nothing that could be imported was found.",
        "The catalogue would be empty.",
        "Give the address of the metrics themselves, which often ends with /metrics, and not that of a page.");

    /// <summary>Too much.</summary>
    public static DiagnosticDescriptor TooLarge { get; } = new(
        "SLO862", "exposition-too-large", Severity.Error,
        "There are more metrics, or longer lines, than are read.",
        "A scrape of this size is a mistake more often than not.",
        "Import from several files with fewer metrics.");

    /// <summary>A metric without a type.</summary>
    public static DiagnosticDescriptor TypeUnknown { get; } = new(
        "SLO863", "exposed-type-unknown", Severity.Info,
        "Nobody says of a metric of which type it is, so it was left out.",
        "A catalogue with a wrong type would report correct expressions.",
        "Add it to the catalogue by hand, or a TYPE line where it is exposed.");

    /// <summary>The catalogue says something else.</summary>
    public static DiagnosticDescriptor CatalogueDiffers { get; } = new(
        "SLO864", "catalogue-differs-from-source", Severity.Warning,
        "The catalogue says something else of a metric than what exposes it.",
        "One of the two is wrong, and expressions are checked against the catalogue.",
        "Correct the entry; what people have written is never changed.");

    /// <summary>A catalogue that cannot be extended.</summary>
    public static DiagnosticDescriptor NotExtendable { get; } = new(
        "SLO865", "catalogue-not-extendable", Severity.Error,
        "New metrics cannot be added to a catalogue without rewriting it.",
        "Comments and layout would be lost.",
        "Write `metrics:` in block style, one metric below the other, or import into another file.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Invalid, Empty, TooLarge, TypeUnknown, CatalogueDiffers, NotExtendable];
}
