using System.Text;

namespace SloCompiler.Cli.Rendering;

/// <summary>Breaks text into lines by the columns that it takes as shown.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text, at least one. A word that is longer than a line stays whole: half of it would be another word.</summary>
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="width">Columns of a line; 0 for as many as there are.</param>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        if (width <= 0)
        {
            return text.Split('\n');
        }

        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            WrapOne(paragraph, width, lines);
        }

        return lines;
    }

    /// <summary>A text filled up with blanks on the right.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - DisplayText.WidthOf(text)));

    /// <summary>A text filled up with blanks on the left.</summary>
    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - DisplayText.WidthOf(text))) + text;

    private static void WrapOne(string paragraph, int width, List<string> lines)
    {
        var line = new StringBuilder();
        var columns = 0;
        foreach (var word in paragraph.Split(' '))
        {
            var wordColumns = VisibleWidth(word);
            if (line.Length > 0 && columns + 1 + wordColumns > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                columns = 0;
            }

            if (line.Length > 0)
            {
                line.Append(' ');
                columns++;
            }

            line.Append(word);
            columns += wordColumns;
        }

        lines.Add(line.ToString());
    }

    // Escape sequences take no columns.
    private static int VisibleWidth(string word)
    {
        for (var start = word.IndexOf('\u001b', StringComparison.Ordinal); start >= 0; start = word.IndexOf('\u001b', StringComparison.Ordinal))
        {
            var end = word.IndexOf('m', start);
            if (end < 0)
            {
                break;
            }

            word = word.Remove(start, end - start + 1);
        }

        return DisplayText.WidthOf(word);
    }
}
