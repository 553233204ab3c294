namespace SloCompiler.Output;

/// <summary>Counts panels for people, in the text of a dashboard.</summary>
internal static class PanelCounter
{
    /// <summary>Panels of a file, rows not counted; 0 where it is no dashboard.</summary>
    /// <param name="path">Its path in the output folder.</param>
    /// <param name="content">What it holds.</param>
    public static int Count(string path, ReadOnlySpan<byte> content)
    {
        var isDashboard = path.StartsWith("grafana/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal);

        // Every panel, also a row, has one position on the grid; a row says so in its type. A quote in a text is escaped, so that
        // only properties match.
        return isDashboard ? CountOf("\"gridPos\":"u8, content) - CountOf("\"type\": \"row\""u8, content) : 0;
    }

    private static int CountOf(ReadOnlySpan<byte> word, ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var at = text.IndexOf(word); at >= 0; at = text.IndexOf(word))
        {
            count++;
            text = text[(at + word.Length)..];
        }

        return count;
    }
}
