using System.Text;

namespace SloCompiler.Output;

/// <summary>Differences of two texts by lines, in the unified form that reviewers know.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The hunks, cut after a number of lines.</summary>
    public static string Of(string before, string after, int mostLines)
    {
        var edits = LineEdits.Between(SplitLines(before), SplitLines(after));
        var text = new StringBuilder();
        var lines = 0;
        foreach (var hunk in Hunks(edits))
        {
            if (lines >= mostLines)
            {
                break;
            }

            text.Append(Header(edits, hunk)).Append('\n');
            foreach (var edit in edits.GetRange(hunk.Start, hunk.Length).Take(mostLines - lines))
            {
                text.Append(edit.Sign).Append(edit.Line).Append('\n');
                lines++;
            }
        }

        var total = Hunks(edits).Sum(h => h.Length);
        return total > lines ? text.Append("… ").Append(total - lines).Append(" more lines\n").ToString() : text.ToString();
    }

    private static string[] SplitLines(string text)
    {
        var lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : [.. lines[..^1], lines[^1] + "  (no line break at the end)"];
    }

    private static IEnumerable<(int Start, int Length)> Hunks(List<LineEdit> edits)
    {
        var index = 0;
        while ((index = edits.FindIndex(index, e => e.Sign != ' ')) >= 0)
        {
            var start = Math.Max(0, index - Context);
            var end = index;
            for (var i = index; i < edits.Count && i - end <= 2 * Context; i++)
            {
                end = edits[i].Sign != ' ' ? i : end;
            }

            var stop = Math.Min(edits.Count, end + Context + 1);
            yield return (start, stop - start);
            index = stop;
            if (index >= edits.Count)
            {
                yield break;
            }
        }
    }

    private static string Header(List<LineEdit> edits, (int Start, int Length) hunk)
    {
        var above = edits.GetRange(0, hunk.Start);
        var inside = edits.GetRange(hunk.Start, hunk.Length);
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"@@ -{above.Count(e => e.Sign != '+') + 1},{inside.Count(e => e.Sign != '+')} +{above.Count(e => e.Sign != '-') + 1},{inside.Count(e => e.Sign != '-')} @@");
    }
}
