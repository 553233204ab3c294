using SloCompiler.Language.Model;
using SloCompiler.PromQL;
using SloCompiler.Text;

namespace SloCompiler.Language.Slis.Slices;

/// <summary>Slices of time; those in which a condition does not hold are bad. No sample, no slice.</summary>
/// <param name="Good">The condition: comparisons, combined with <c>and</c> and <c>or</c>.</param>
/// <param name="Slice">Length of a slice.</param>
public sealed record SlicesSli(SpecExpression Good, PrometheusDuration Slice, SourceSpan Span) : Sli(Span)
{
    /// <inheritdoc />
    public override string Kind => "slices";

    /// <inheritdoc />
    public override TResult Accept<TResult>(SliVisitor<TResult> visitor) => visitor.VisitSlices(this);
}
