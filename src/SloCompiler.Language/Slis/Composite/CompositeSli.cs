using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Text;

namespace SloCompiler.Language.Slis.Composite;

/// <summary>Weighted sum of the error ratios of other SLOs.</summary>
public sealed record CompositeSli(ImmutableArray<CompositePart> Of, SourceSpan Span) : Sli(Span)
{
    /// <inheritdoc />
    public override string Kind => "composite";

    /// <inheritdoc />
    public override TResult Accept<TResult>(SliVisitor<TResult> visitor) => visitor.VisitComposite(this);
}

/// <summary>One SLO of a composite.</summary>
/// <param name="Slo"><c>service/slo</c>, or <c>slo</c> of the same service.</param>
/// <param name="Weight">Its weight, above 0.</param>
public sealed record CompositePart(Located<string> Slo, decimal Weight);
