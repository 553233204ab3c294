using System.Collections.Immutable;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.PromQL.Parsing;

/// <summary>Collects errors up to the limit; allocates nothing for a valid expression.</summary>
internal sealed class ErrorList
{
    private List<PromQlError>? _errors;

    /// <summary>Whether the structure of the text is broken, so that no tree may be trusted.</summary>
    public bool IsStructureBroken { get; private set; }

    /// <summary>Set at the end of input or a limit: whatever follows would be a consequence.</summary>
    public bool IsClosed { get; set; }

    public void Add(TextSpan span, string message, string? help = null) => Add(PromQlDiagnostics.Syntax, span, message, help);

    public void Add(DiagnosticDescriptor descriptor, TextSpan span, string message, string? help = null, string? replacement = null)
    {
        IsStructureBroken |= descriptor != PromQlDiagnostics.Regex && descriptor != PromQlDiagnostics.Type
            && descriptor != PromQlDiagnostics.UnknownFunction && descriptor != PromQlDiagnostics.Removed;
        if (IsClosed || _errors?.Count >= PromQlLimits.MaxErrors)
        {
            return;
        }

        _errors ??= [];
        _errors.Add(new PromQlError(span, message, help) { Descriptor = descriptor, Replacement = replacement });
    }

    public ImmutableArray<PromQlError> ToImmutable()
        => _errors is null ? [] : [.. _errors.OrderBy(e => e.Span.Start).ThenBy(e => e.Span.Length)];
}
