using System.Text;

namespace SloCompiler.Testing;

/// <summary>A short difference of two texts for people: the changed middle with some lines around it.</summary>
public static class LineDiff
{
    private const int Context = 3;
    private const int MostLines = 60;

    /// <summary>The lines that differ, marked with <c>-</c> and <c>+</c>; invisible characters are made visible.</summary>
    public static string Of(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var text = new StringBuilder();
        var first = Math.Max(0, head - Context);
        text.Append("@@ line ").Append(head + 1).Append(" @@\n");
        Write(text, ' ', before[first..head]);
        Write(text, '-', before[head..^tail]);
        Write(text, '+', after[head..^tail]);
        Write(text, ' ', before[^tail..Math.Min(before.Length, before.Length - tail + Context)]);
        return text.ToString();
    }

    private static void Write(StringBuilder text, char sign, string[] lines)
    {
        foreach (var line in lines.Take(MostLines))
        {
            text.Append(sign).Append(line.Replace("\r", "\\r", StringComparison.Ordinal)).Append('\n');
        }

        if (lines.Length > MostLines)
        {
            text.Append(sign).Append("… ").Append(lines.Length - MostLines).Append(" more lines\n");
        }
    }
}
