using SloCompiler.Language.Model;
using SloCompiler.PromQL;
using SloCompiler.Text;

namespace SloCompiler.Language.Slis.Freshness;

/// <summary>Slices of time; those in which the newest timestamp is older than the objective's limit are bad.</summary>
/// <param name="Timestamp">A gauge with the time of the last success, in seconds since the epoch.</param>
/// <param name="Slice">Length of a slice.</param>
public sealed record FreshnessSli(SpecExpression Timestamp, PrometheusDuration Slice, SourceSpan Span) : Sli(Span)
{
    /// <inheritdoc />
    public override string Kind => "freshness";

    /// <inheritdoc />
    public override TResult Accept<TResult>(SliVisitor<TResult> visitor) => visitor.VisitFreshness(this);
}
