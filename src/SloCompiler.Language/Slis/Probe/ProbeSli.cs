using SloCompiler.Language.Model;
using SloCompiler.Text;

namespace SloCompiler.Language.Slis.Probe;

/// <summary>Samples of a gauge that is 1 when all is well and 0 otherwise, such as <c>up</c>.</summary>
public sealed record ProbeSli(SpecExpression Gauge, SourceSpan Span) : Sli(Span)
{
    /// <inheritdoc />
    public override string Kind => "probe";

    /// <inheritdoc />
    public override TResult Accept<TResult>(SliVisitor<TResult> visitor) => visitor.VisitProbe(this);
}
