using System.Buffers;

namespace SloCompiler.Cli.Rendering;

/// <summary>Hides what stands before the host in addresses, so that a line of a file can be shown where others read it.</summary>
internal static class HiddenCredentials
{
    private const string Start = "://";
    private const char Mask = '*';
    private static readonly SearchValues<char> EndsOfHost = SearchValues.Create(" \t\"'/?#,}");

    /// <summary>The line with a mask of the same length in the place of users and passwords.</summary>
    public static string In(string line)
    {
        for (var found = line.IndexOf(Start, StringComparison.Ordinal); found >= 0; found = line.IndexOf(Start, found + 1, StringComparison.Ordinal))
        {
            var from = found + Start.Length;
            var rest = line.AsSpan(from);
            var end = rest.IndexOfAny(EndsOfHost);
            var at = (end < 0 ? rest : rest[..end]).LastIndexOf('@');
            if (at > 0)
            {
                line = string.Concat(line.AsSpan(0, from), new string(Mask, at), line.AsSpan(from + at));
            }
        }

        return line;
    }
}
