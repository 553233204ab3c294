using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Printing.Comments;

/// <summary>
/// The comments of an expression in their order. Each has a place: its own, or the end of the piece of source it stands in where that
/// piece is always written on one line.
/// </summary>
internal sealed class CommentFeed
{
    private readonly SourceScan _source;
    private readonly SourceComment[] _comments;
    private readonly int[] _places;
    private int _next;

    private CommentFeed(SourceScan source, SourceComment[] comments, int[] places)
    {
        _source = source;
        _comments = comments;
        _places = places;
    }

    /// <summary>No comments.</summary>
    public static CommentFeed None => new(new SourceScan("", []), [], []);

    /// <summary>The comments of a source.</summary>
    public static CommentFeed Of(PromQlExpr expr, string text, IReadOnlyCollection<TextSpan> spans)
    {
        var source = new SourceScan(text, spans);
        int[] places = [.. spans.Select(s => s.Start)];
        CommentPlaces.Settle(places, expr, source);
        return new CommentFeed(source, [.. spans.Select(s => Read(text, s))], places);
    }

    /// <summary>Whether the source has no comments.</summary>
    public bool IsEmpty => _places.Length == 0;

    /// <summary>Takes the next comment if its place is not behind a position.</summary>
    public SourceComment? TryTake(int position) => _next < _places.Length && _places[_next] <= position ? _comments[_next++] : null;

    /// <summary>Whether a comment that was not taken has its place before a position.</summary>
    public bool AreBefore(int position) => _next < _places.Length && _places[_next] < position;

    /// <summary>Where the parenthesis closes that holds what is aggregated.</summary>
    public int CloseOf(AggregateExpr expr) => AreBefore(expr.Span.End) ? _source.CloseOf(expr) : expr.Span.End - 1;

    /// <summary>Where the braces close.</summary>
    public int CloseOf(VectorSelector expr) => _source.CloseOf(expr);

    private static SourceComment Read(string text, TextSpan span)
    {
        var line = text.AsSpan(0, span.Start);
        line = line[(line.LastIndexOfAny('\n', '\r') + 1)..];
        return new SourceComment(text.Substring(span.Start, span.Length).TrimEnd(), line.ContainsAnyExcept(" \t"));
    }
}
