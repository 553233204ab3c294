using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Formatting;

/// <summary>The findings on formatting itself: SLO901.</summary>
public static class FormattingDiagnostics
{
    /// <summary>The formatted text would not mean the same.</summary>
    public static DiagnosticDescriptor MeaningChanged { get; } = new(
        "SLO901", "formatting-changes-meaning", Severity.Error,
        "Formatting a file would have changed its meaning or lost a comment.",
        "This is a bug in slo, not in your files; the file was left as it is.",
        "Please report it with the file that it is about.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [MeaningChanged];
}
