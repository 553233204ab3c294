namespace SloCompiler.PromQL.Printing;

/// <summary>Comments: those that ended a line end one again, others get a line of their own.</summary>
internal sealed partial class PrettyWriter
{
    private int _lastCommentEnd;

    /// <summary>Writes the comments behind the whole expression.</summary>
    public void WriteRest()
    {
        FlushComments(int.MaxValue);
        builder.Length -= EndsLine ? 1 : 0;
    }

    private bool EndsLine => builder.Length > 0 && builder[^1] == '\n';

    /// <summary>Writes the comments up to a place of the source, before the line of what stands there.</summary>
    private void FlushComments(int position)
    {
        while (comments.TryTake(position) is { } comment)
        {
            if (comment.EndsLine && builder.Length > 0 && builder.Length != _lastCommentEnd)
            {
                builder.Length -= EndsLine ? 1 : 0;
                builder.Append(' ');
            }
            else
            {
                builder.Append(EndsLine || builder.Length == 0 ? "" : "\n");
                _isBehindSign = false;
                Indent();
            }

            builder.Append(comment.Text).Append('\n');
            _lastCommentEnd = builder.Length;
            _isBehindSign = false;
        }
    }
}
