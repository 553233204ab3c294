using SloCompiler.Language.Model;
using SloCompiler.Text;

namespace SloCompiler.Language.Slis.Ratio;

/// <summary>A raw error ratio, for what nothing else fits. Ranges are written <c>[$window]</c>.</summary>
/// <param name="Error">The error ratio, 0 to 1.</param>
/// <param name="Total">Events per second that weigh it; null for time-weighted.</param>
public sealed record RatioSli(SpecExpression Error, SpecExpression? Total, SourceSpan Span) : Sli(Span)
{
    /// <inheritdoc />
    public override string Kind => "ratio";

    /// <inheritdoc />
    public override TResult Accept<TResult>(SliVisitor<TResult> visitor) => visitor.VisitRatio(this);
}
