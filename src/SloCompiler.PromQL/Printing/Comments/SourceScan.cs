using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Printing.Comments;

/// <summary>Finds tokens that the tree does not give a place.</summary>
internal sealed class SourceScan(string text, IEnumerable<TextSpan> comments)
{
    private readonly Dictionary<int, int> _commentEnds = comments.ToDictionary(c => c.Start, c => c.End);

    /// <summary>Where the parenthesis closes that holds what is aggregated.</summary>
    public int CloseOf(AggregateExpr expr) => Find(')', expr.Expr.Span.End);

    /// <summary>Where the braces of a selector with matchers close.</summary>
    public int CloseOf(VectorSelector expr) => Find('}', expr.Matchers[^1].Span.End);

    private int Find(char token, int position)
    {
        while (text[position] != token)
        {
            position = _commentEnds.TryGetValue(position, out var end) ? end
                : text[position] is '"' or '\'' or '`' ? EndOfString(position)
                : position + 1;
        }

        return position;
    }

    private int EndOfString(int position)
    {
        var quote = text[position++];
        while (text[position] != quote)
        {
            position += text[position] == '\\' && quote != '`' ? 2 : 1;
        }

        return position + 1;
    }
}
