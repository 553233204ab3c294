namespace SloCompiler.Text;

/// <summary>A range in a source text.</summary>
public readonly record struct SourceSpan(SourceText Source, TextSpan Range)
{
    /// <summary>Line and column of the first unit.</summary>
    public LinePosition Start => Source.GetPosition(Range.Start);

    /// <summary>Line and column just behind the last unit.</summary>
    public LinePosition End => Source.GetPosition(Range.End);
}
