using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Aggregations: what the grouping keeps.</summary>
internal static class AggregateFlow
{
    public static LabelFlowResult Of(AggregateExpr expr, LabelFlowResult input)
    {
        if (Selects(expr.Operator))
        {
            return input.Select(b => b with { Aggregation = expr, AlwaysReturns = false }, isNeverEmpty: false);
        }

        var counted = expr.Operator == "count_values" ? ParameterText(expr) : null;
        return input.Select(b => Grouped(expr, b, counted), input.IsNeverEmpty);
    }

    /// <summary>Whether an aggregation picks series and leaves them as they are.</summary>
    private static bool Selects(string op) => op is "topk" or "bottomk" or "limitk" or "limit_ratio";

    private static LabelBranch Grouped(AggregateExpr expr, LabelBranch branch, string? counted) => branch with
    {
        Labels = Group(expr, counted is null ? branch.Labels : Count(expr, branch.Labels, counted), counted),
        Aggregation = expr,
        AlwaysReturns = branch.AlwaysReturns && expr.Operator != "count_values",
    };

    private static LabelSet Group(AggregateExpr expr, LabelSet input, string? counted)
    {
        if (expr.Grouping is { IsWithout: true } without)
        {
            var reason = new LabelReason(LabelReasonKind.Without, without.Span);
            return input.Without(without.Labels, reason).DropName(reason);
        }

        var kept = expr.Grouping?.Labels ?? [];
        var span = expr.Grouping?.Span ?? HeadOf(expr);
        var dropping = expr.Grouping is null ? LabelReasonKind.NoGrouping : LabelReasonKind.NotGrouped;
        return input.Only(
            counted is null ? kept : kept.Add(counted),
            new LabelReason(LabelReasonKind.Grouped, span, expr.Operator),
            new LabelReason(dropping, span, expr.Operator));
    }

    private static LabelSet Count(AggregateExpr expr, LabelSet input, string counted)
        => input.With(LabelPromise.Guaranteed(counted, new LabelReason(LabelReasonKind.Written, HeadOf(expr), expr.Operator)));

    private static string? ParameterText(AggregateExpr expr) => StringArgument.Of(expr.Parameter);

    private static TextSpan HeadOf(AggregateExpr expr) => new(expr.Span.Start, Math.Min(expr.Operator.Length, expr.Span.Length));
}
