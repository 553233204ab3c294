using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;

namespace SloCompiler.Language.Slis.Ratio;

/// <summary>An expression that depends on <c>$window</c>.</summary>
internal sealed class ErrorRatioType() : PromQlType("window")
{
    /// <summary>The only instance.</summary>
    public static ErrorRatioType Instance { get; } = new();

    /// <inheritdoc />
    protected override SpecExpression? Check(SpecExpression expression, ReadContext context)
    {
        if (new DurationVariableFinder().Visit(expression.Expr))
        {
            return expression;
        }

        context.Report(SpecDiagnostics.WindowVariableMissing, expression.Span, "The ratio has no `[$window]`.");
        return null;
    }
}
