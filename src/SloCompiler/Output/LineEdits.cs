namespace SloCompiler.Output;

/// <summary>One line of a comparison.</summary>
/// <param name="Sign"><c>' '</c> kept, <c>'-'</c> only before, <c>'+'</c> only after.</param>
/// <param name="Line">The line.</param>
internal readonly record struct LineEdit(char Sign, string Line);

/// <summary>
/// The shortest script of line edits, by the greedy algorithm of E. Myers, "An O(ND) Difference Algorithm and Its Variations"
/// (1986); texts that differ too much are shown as replaced.
/// </summary>
internal static class LineEdits
{
    private const int MostEdits = 600;

    /// <summary>All lines of both texts in order, with their signs.</summary>
    public static List<LineEdit> Between(string[] before, string[] after)
    {
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

        return
        [
            .. before[..head].Select(Kept),
            .. Middle(before[head..^tail], after[head..^tail]),
            .. before[^tail..].Select(Kept),
        ];
    }

    private static LineEdit Kept(string line) => new(' ', line);

    private static IEnumerable<LineEdit> Middle(string[] before, string[] after)
    {
        var trace = FindTrace(before, after);
        return trace is null
            ? before.Select(l => new LineEdit('-', l)).Concat(after.Select(l => new LineEdit('+', l)))
            : WalkBack(trace, before, after);
    }

    // trace[d][k + offset] is the furthest x on diagonal k = x - y that d edits reach.
    private static List<int[]>? FindTrace(string[] before, string[] after)
    {
        var most = Math.Min(before.Length + after.Length, MostEdits);
        var furthest = new int[(2 * most) + 3];
        var offset = most + 1;
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add((int[])furthest.Clone());
            for (var k = -d; k <= d; k += 2)
            {
                var down = k == -d || (k != d && furthest[offset + k - 1] < furthest[offset + k + 1]);
                var x = down ? furthest[offset + k + 1] : furthest[offset + k - 1] + 1;
                while (x < before.Length && x - k < after.Length && before[x] == after[x - k])
                {
                    x++;
                }

                furthest[offset + k] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    return trace;
                }
            }
        }

        return null;
    }

    private static List<LineEdit> WalkBack(List<int[]> trace, string[] before, string[] after)
    {
        var edits = new List<LineEdit>();
        var offset = (trace[0].Length - 1) / 2;
        int x = before.Length, y = after.Length;
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var k = x - y;
            var furthest = trace[d];
            var down = k == -d || (k != d && furthest[offset + k - 1] < furthest[offset + k + 1]);
            var previousK = down ? k + 1 : k - 1;
            var previousX = d == 0 ? 0 : furthest[offset + previousK];
            var previousY = d == 0 ? 0 : previousX - previousK;
            while (x > previousX && y > previousY)
            {
                edits.Add(Kept(before[--x]));
                y--;
            }

            if (d > 0)
            {
                edits.Add(down ? new LineEdit('+', after[--y]) : new LineEdit('-', before[--x]));
            }
        }

        edits.Reverse();
        return edits;
    }
}
