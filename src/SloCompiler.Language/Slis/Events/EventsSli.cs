using SloCompiler.Language.Model;
using SloCompiler.Text;

namespace SloCompiler.Language.Slis.Events;

/// <summary>Counters of bad (or good) and of all events: selectors combined with <c>+</c>, <c>-</c> and <c>or</c>.</summary>
/// <param name="Bad">Bad events; null where good ones are given.</param>
/// <param name="Good">Good events; null where bad ones are given.</param>
/// <param name="Total">All events.</param>
public sealed record EventsSli(SpecExpression? Bad, SpecExpression? Good, SpecExpression Total, SourceSpan Span) : Sli(Span)
{
    /// <inheritdoc />
    public override string Kind => "events";

    /// <inheritdoc />
    public override TResult Accept<TResult>(SliVisitor<TResult> visitor) => visitor.VisitEvents(this);
}
