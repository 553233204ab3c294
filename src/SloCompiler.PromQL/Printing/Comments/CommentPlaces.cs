using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Printing.Comments;

/// <summary>
/// Moves comments out of the pieces of source that are always written on one line, to the end of the piece: after printing they stand
/// there, so that printing again changes nothing.
/// </summary>
internal static class CommentPlaces
{
    public static void Settle(int[] places, PromQlExpr expr, SourceScan source)
    {
        if (places.Length == 0)
        {
            return;
        }

        // Children before parents: what leaves a child may land in its parent's piece.
        foreach (var node in PromQlWalker.DescendantsAndSelf(expr).Reverse())
        {
            if (Holds(places, node.Span))
            {
                MoveToEnd(places, TextSpan.FromBounds(StartOfTail(node, source), node.Span.End));
            }
        }
    }

    /// <summary>Where the piece starts that ends the node and is never broken; the end of the node where there is none.</summary>
    private static int StartOfTail(PromQlExpr node, SourceScan source) => node switch
    {
        NumberLiteral or StringLiteral => node.Span.Start,
        VectorSelector vector => StartOfTail(vector, source),
        MatrixSelector matrix => StartOfTail(matrix.Selector, source),
        SubqueryExpr subquery => subquery.Expr.Span.End,
        AggregateExpr { Grouping: not null } aggregate => source.CloseOf(aggregate) + 1,
        CallExpr { Arguments.IsEmpty: true } => node.Span.Start,
        _ => node.Span.End,
    };

    private static int StartOfTail(VectorSelector selector, SourceScan source)
        => selector.Matchers.IsEmpty ? selector.Span.Start : source.CloseOf(selector) + 1;

    private static bool Holds(int[] places, TextSpan span) => FirstFrom(places, span.Start) is var first && first < places.Length && places[first] < span.End;

    private static void MoveToEnd(int[] places, TextSpan piece)
    {
        for (var i = FirstFrom(places, piece.Start); i < places.Length && places[i] < piece.End; i++)
        {
            places[i] = piece.End;
        }
    }

    private static int FirstFrom(int[] places, int position)
    {
        var low = 0;
        var high = places.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle] < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
