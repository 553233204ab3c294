using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Shows the lines of a span with exactly the span underlined, and other places of the same file that belong to it.</summary>
public sealed class SourceExcerpt(Ansi ansi)
{
    private const int MostLines = 4;

    /// <summary>Writes the lines of a span.</summary>
    public void Write(TextWriter writer, SourceSpan span) => Write(writer, span, [], ansi.Red);

    /// <summary>Writes the lines of a span and of other places in the same file; nothing for a file that could not be read.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="span">What is underlined with <c>^</c>.</param>
    /// <param name="others">What is underlined with <c>-</c>, with a word on each.</param>
    /// <param name="paint">Colours the marks of the span.</param>
    public void Write(TextWriter writer, SourceSpan span, IEnumerable<RelatedLocation> others, Func<string, string> paint)
    {
        if (span.Source.Content.Length == 0)
        {
            return;
        }

        var found = others.SelectMany(o => MarksOf(o.Span, '-', o.Message, ansi.Cyan)).Concat(MarksOf(span, '^', "", paint));
        Mark[] marks = [.. found.OrderBy(m => m.Line).ThenBy(m => m.From)];
        var margin = marks[^1].Line.ToString(CultureInfo.InvariantCulture).Length;
        var expected = marks[0].Line;
        for (var first = 0; first < marks.Length;)
        {
            var line = marks[first].Line;
            if (line > expected)
            {
                writer.Write($"  {new string(' ', margin)} {ansi.Faint("…")}\n");
            }

            var next = Array.FindIndex(marks, first, m => m.Line != line);
            var end = next < 0 ? marks.Length : next;
            WriteLine(writer, line, margin, HiddenCredentials.In(span.Source.GetLine(line)), marks.AsSpan(first, end - first));
            expected = line + 1;
            first = end;
        }
    }

    private static IEnumerable<Mark> MarksOf(SourceSpan span, char sign, string label, Func<string, string> paint)
    {
        var (start, end) = (span.Start, span.End);
        var last = end.Line > start.Line && end.Column == 1 ? end.Line - 1 : end.Line;
        var shown = Math.Min(last, start.Line + MostLines - 1);
        for (var line = start.Line; line <= shown; line++)
        {
            var text = span.Source.GetLine(line);
            var from = line == start.Line ? start.Column - 1 : text.Length - text.TrimStart().Length;
            var to = line == end.Line ? end.Column - 1 : text.Length;
            from = Math.Min(from, text.Length);
            var tail = line < shown ? "" : last > shown ? " …" : label.Length > 0 ? $" {DisplayText.Sentence(label)}" : "";
            yield return new Mark(line, from, Math.Clamp(to, from, text.Length), sign, tail, paint);
        }
    }

    private void WriteLine(TextWriter writer, int line, int margin, string text, ReadOnlySpan<Mark> marks)
    {
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(margin);
        Cut? shown = null;
        foreach (var mark in marks)
        {
            if (shown is null || mark.From > shown.End)
            {
                shown = Cut.Around(text, mark.From);
                writer.Write($"  {ansi.Faint(number + " |")} {shown.Lead}{DisplayText.OneLine(text[shown.First..shown.End])}{shown.Tail}\n");
            }

            var to = Math.Min(mark.To, shown.End);
            var underline = new string(mark.Sign, Math.Max(1, DisplayText.WidthOf(text[mark.From..to])));
            var indent = new string(' ', shown.Lead.Length + DisplayText.WidthOf(text[shown.First..mark.From]));
            writer.Write($"  {new string(' ', margin)} {ansi.Faint("|")} {indent}{mark.Paint(underline + mark.Tail)}\n");
        }
    }

    /// <summary>What is underlined on one line.</summary>
    private sealed record Mark(int Line, int From, int To, char Sign, string Tail, Func<string, string> Paint);

    /// <summary>The part of a long line that is shown.</summary>
    private sealed record Cut(int First, int End, string Lead, string Tail)
    {
        private const int MostBefore = 80;
        private const int MostShown = 160;

        public static Cut Around(string text, int from)
        {
            var first = from > MostBefore ? from - (MostBefore / 2) : 0;
            var end = Math.Min(text.Length, first + MostShown);
            return new Cut(first, end, first > 0 ? "…" : "", end < text.Length ? "…" : "");
        }
    }
}
