using System.Globalization;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>The lines that a change touches, by file; the lines are those of the new version.</summary>
public sealed class ChangedLines
{
    private const string NewFile = "+++ ";
    private readonly Dictionary<string, List<Hunk>> _hunks = new(StringComparer.Ordinal);

    /// <summary>Reads a difference in the unified format without context.</summary>
    /// <param name="diff">The difference; paths are relative to the project, after <c>b/</c>.</param>
    /// <param name="newFiles">Files that are new as a whole.</param>
    public static ChangedLines Read(string diff, IEnumerable<string> newFiles)
    {
        var changed = new ChangedLines();
        var path = "";
        foreach (var line in diff.Split('\n'))
        {
            if (line.StartsWith(NewFile, StringComparison.Ordinal))
            {
                path = PathOf(line[NewFile.Length..]);
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal) && ReadHunk(line) is { } hunk)
            {
                changed.HunksOf(path).Add(hunk);
            }
        }

        foreach (var file in newFiles)
        {
            changed.HunksOf(file).Add(new Hunk(1, int.MaxValue));
        }

        return changed;
    }

    /// <summary>Whether the change touches what a finding is about: its rule, group, objective or alert, else its lines, else its file.</summary>
    public bool Touches(Diagnostic finding, FindingOwners owners)
    {
        if (!_hunks.TryGetValue(finding.Span.Source.Path, out var hunks))
        {
            return false;
        }

        var span = owners.Find(finding)?.Extent ?? finding.Span;
        var isWholeFile = span.Range is { Start: 0, Length: 0 };
        return isWholeFile || hunks.Any(h => h.Touches(span.Start.Line, LastLineOf(span)));
    }

    private static int LastLineOf(SourceSpan span)
        => span.End is { Column: 1 } end && end.Line > span.Start.Line ? end.Line - 1 : span.End.Line;

    private List<Hunk> HunksOf(string path)
    {
        if (!_hunks.TryGetValue(path, out var hunks))
        {
            _hunks[path] = hunks = [];
        }

        return hunks;
    }

    // Git quotes a path with control characters or quotes, and puts a tab behind one with blanks.
    private static string PathOf(string text)
    {
        var path = text.TrimEnd('\t', '\r');
        if (path is ['"', .. var quoted, '"'])
        {
            path = quoted.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        }

        return path.StartsWith("b/", StringComparison.Ordinal) ? path[2..] : path;
    }

    // @@ -old[,count] +new[,count] @@
    private static Hunk? ReadHunk(string line)
    {
        var parts = line.Split(' ') is [_, _, ['+', .. var range], ..] ? range.Split(',') : [];
        if (parts.Length == 0 || !TryRead(parts[0], out var first))
        {
            return null;
        }

        return parts.Length > 1 && TryRead(parts[1], out var count) ? new Hunk(first, count) : new Hunk(first, 1);
    }

    private static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>Lines that are new; a count of 0 stands for lines that were removed behind the first.</summary>
    private sealed record Hunk(int First, int Count)
    {
        public bool Touches(int from, int to)
            => Count == 0 ? from <= First && First < to : from < (long)First + Count && First <= to;
    }
}
