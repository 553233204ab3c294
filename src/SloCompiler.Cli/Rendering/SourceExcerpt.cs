using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Text;

namespace SloCompiler.Cli.Rendering;

/// <summary>Shows the lines of a span with exactly the span underlined.</summary>
public sealed class SourceExcerpt(Ansi ansi)
{
    private const int MostLines = 4;
    private const int MostBefore = 80;
    private const int MostShown = 160;

    /// <summary>Writes the lines; nothing for a file that could not be read.</summary>
    public void Write(TextWriter writer, SourceSpan span)
    {
        if (span.Source.Content.Length == 0)
        {
            return;
        }

        var (start, end) = (span.Start, span.End);
        var last = end.Line > start.Line && end.Column == 1 ? end.Line - 1 : end.Line;
        var shown = Math.Min(last, start.Line + MostLines - 1);
        var margin = shown.ToString(CultureInfo.InvariantCulture).Length;
        for (var line = start.Line; line <= shown; line++)
        {
            var text = span.Source.GetLine(line);
            var from = line == start.Line ? start.Column - 1 : text.Length - text.TrimStart().Length;
            var to = line == end.Line ? end.Column - 1 : text.Length;
            WriteLine(writer, line.ToString(CultureInfo.InvariantCulture).PadLeft(margin), text, from, to);
        }

        if (last > shown)
        {
            writer.Write($"  {new string(' ', margin)} {ansi.Faint("…")}\n");
        }
    }

    private void WriteLine(TextWriter writer, string number, string text, int from, int to)
    {
        from = Math.Min(from, text.Length);
        to = Math.Clamp(to, from, text.Length);
        var first = from > MostBefore ? from - (MostBefore / 2) : 0;
        var end = Math.Min(text.Length, Math.Max(first + MostShown, 0));
        to = Math.Min(to, end);
        var lead = first > 0 ? "…" : "";
        var tail = end < text.Length ? "…" : "";
        var underline = new string('^', Math.Max(1, DisplayText.WidthOf(text[from..to])));
        var indent = new string(' ', lead.Length + DisplayText.WidthOf(text[first..from]));
        writer.Write($"  {ansi.Faint(number + " |")} {lead}{DisplayText.OneLine(text[first..end])}{tail}\n");
        writer.Write($"  {new string(' ', number.Length)} {ansi.Faint("|")} {indent}{ansi.Red(underline)}\n");
    }
}
