using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;

namespace SloCompiler.Language.Slis.Events;

/// <summary>Counters combined with <c>+</c>, <c>-</c> and <c>or</c>.</summary>
internal sealed class EventsExpressionType : PromQlType
{
    /// <summary>The only instance.</summary>
    public static EventsExpressionType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "PromQL counters";

    /// <inheritdoc />
    protected override SpecExpression? Check(SpecExpression expression, ReadContext context)
        => new EventsExpressionCheck(expression, context).Visit(expression.Expr) ? expression : null;
}
