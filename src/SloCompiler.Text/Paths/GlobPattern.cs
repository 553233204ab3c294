using System.Collections.Immutable;

namespace SloCompiler.Text.Paths;

/// <summary>
/// A pattern of relative paths: <c>**</c> stands for any number of folders, <c>*</c> for any part of a name, <c>?</c> for one
/// character. Case counts.
/// </summary>
public sealed class GlobPattern
{
    private readonly ImmutableArray<string> _segments;

    /// <summary>Reads a pattern with forward slashes.</summary>
    public GlobPattern(string pattern)
    {
        var normal = PathText.Normalize(pattern);
        _segments = [.. normal.Split('/')];
        var literal = _segments.TakeWhile(s => !s.Contains('*', StringComparison.Ordinal) && !s.Contains('?', StringComparison.Ordinal));
        IsLiteral = literal.Count() == _segments.Length;
        var folder = string.Join('/', literal.Take(_segments.Length - 1));
        BaseFolder = folder.Length > 0 ? folder : ".";
    }

    /// <summary>The deepest folder that every match is in; <c>.</c> for the start.</summary>
    public string BaseFolder { get; }

    /// <summary>Whether the pattern is simply a path.</summary>
    public bool IsLiteral { get; }

    /// <summary>Whether a normal relative path matches as a whole.</summary>
    public bool IsMatch(string path) => MatchSegments(0, path.Split('/'), 0);

    private bool MatchSegments(int pattern, string[] path, int position)
    {
        for (; pattern < _segments.Length; pattern++, position++)
        {
            if (_segments[pattern] == "**")
            {
                return Enumerable.Range(position, path.Length - position + 1).Any(rest => MatchSegments(pattern + 1, path, rest));
            }

            if (position == path.Length || !MatchName(_segments[pattern], path[position]))
            {
                return false;
            }
        }

        return position == path.Length;
    }

    // Goes back to the last star only, so that it is linear for one star and quadratic at worst.
    private static bool MatchName(string pattern, string name)
    {
        int p = 0, n = 0, star = -1, retry = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = n;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
