namespace SloCompiler.PromQL.Printing.Comments;

/// <summary>A comment on its way to another layout.</summary>
/// <param name="Text">From <c>#</c> to the last visible character.</param>
/// <param name="EndsLine">Whether something stands before it on its line.</param>
internal sealed record SourceComment(string Text, bool EndsLine);
