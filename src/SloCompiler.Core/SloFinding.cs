using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Core;

/// <summary>Something that is wrong, and where.</summary>
public sealed record SloFinding
{
    /// <summary>Stable code, such as <c>SLO104</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Stable name that states the bad thing, such as <c>unknown-key</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How bad it is, as the settings of the project want it.</summary>
    public required SloSeverity Severity { get; init; }

    /// <summary>The file, relative to the project, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Line of the first character, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column of the first character, from 1, in UTF-16 units.</summary>
    public required int Column { get; init; }

    /// <summary>Line of the place just behind the last character, from 1.</summary>
    public required int EndLine { get; init; }

    /// <summary>Column of the place just behind the last character, from 1, in UTF-16 units.</summary>
    public required int EndColumn { get; init; }

    /// <summary>What is wrong here, with the names and values of this case.</summary>
    public required string Message { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>What to do.</summary>
    public required string Help { get; init; }

    /// <summary>The finding on one line: <c>path:line:column: severity CODE name: message</c>.</summary>
    public override string ToString()
        => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}: {Word} {Code} {Name}: {Message}");

    internal static SloFinding Of(Diagnostic diagnostic) => new()
    {
        Code = diagnostic.Descriptor.Code,
        Name = diagnostic.Descriptor.Name,
        Severity = SeverityOf(diagnostic.Severity),
        Path = diagnostic.Span.Source.Path,
        Line = diagnostic.Span.Start.Line,
        Column = diagnostic.Span.Start.Column,
        EndLine = diagnostic.Span.End.Line,
        EndColumn = diagnostic.Span.End.Column,
        Message = diagnostic.Message,
        Why = diagnostic.Why,
        Help = diagnostic.Help,
    };

    private string Word => Severity switch
    {
        SloSeverity.Error => "error",
        SloSeverity.Warning => "warning",
        _ => "info",
    };

    private static SloSeverity SeverityOf(Severity severity) => severity switch
    {
        Text.Diagnostics.Severity.Error => SloSeverity.Error,
        Text.Diagnostics.Severity.Warning => SloSeverity.Warning,
        _ => SloSeverity.Info,
    };
}
