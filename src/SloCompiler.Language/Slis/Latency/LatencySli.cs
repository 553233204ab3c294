using SloCompiler.Language.Model;
using SloCompiler.Text;

namespace SloCompiler.Language.Slis.Latency;

/// <summary>Events of a latency histogram; those slower than the objective's threshold are bad.</summary>
/// <param name="Histogram">A selector; a classic histogram is named without <c>_bucket</c> (a written suffix is taken off).</param>
/// <param name="IsNative">Whether it is a native histogram.</param>
/// <param name="UnitSeconds">Length of the histogram's unit in seconds: 1 for seconds, 0.001 for milliseconds.</param>
public sealed record LatencySli(SpecExpression Histogram, bool IsNative, decimal UnitSeconds, SourceSpan Span) : Sli(Span)
{
    /// <inheritdoc />
    public override string Kind => "latency";

    /// <inheritdoc />
    public override TResult Accept<TResult>(SliVisitor<TResult> visitor) => visitor.VisitLatency(this);
}
