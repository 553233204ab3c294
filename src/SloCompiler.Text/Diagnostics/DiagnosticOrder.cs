namespace SloCompiler.Text.Diagnostics;

/// <summary>The one order in which findings are printed: path, offset, code, message.</summary>
public sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    /// <summary>The order.</summary>
    public static DiagnosticOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byPath = string.CompareOrdinal(x.Span.Source.Path, y.Span.Source.Path);
        var byOffset = byPath != 0 ? byPath : x.Span.Range.Start.CompareTo(y.Span.Range.Start);
        var byCode = byOffset != 0 ? byOffset : string.CompareOrdinal(x.Descriptor.Code, y.Descriptor.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(x.Message, y.Message);
    }
}
