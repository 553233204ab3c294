using System.Text;

namespace SloCompiler.BackEnds.Grafana.Text;

/// <summary>Makes words of authors safe on a dashboard: Grafana replaces variables in every text, and text panels read Markdown.</summary>
internal static class DashboardText
{
    /// <summary>Keeps a sign apart from what follows without being seen.</summary>
    private const char WordJoiner = '\u2060';

    /// <summary>One line in which no variable is replaced and no label is filled in.</summary>
    public static string Plain(string text)
    {
        var line = OneLine(text);
        var result = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            result.Append(line[i]);
            if (i + 1 < line.Length && StartsVariable(line[i], line[i + 1]))
            {
                result.Append(WordJoiner);
            }
        }

        return result.ToString();
    }

    /// <summary>One line that Markdown shows as it is written.</summary>
    public static string Markdown(string text)
    {
        var line = OneLine(text);
        var result = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            _ = line[i] switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '$' => result.Append("&#36;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '!' => result.Append('\\').Append(line[i]),
                '-' or '+' when i == 0 => result.Append('\\').Append(line[i]),
                '.' or ')' when IsListNumber(line, i) => result.Append('\\').Append(line[i]),
                var other => result.Append(other),
            };
        }

        return result.ToString();
    }

    private static bool IsListNumber(string line, int end)
        => end > 0 && line[..end].All(char.IsAsciiDigit) && (end + 1 == line.Length || line[end + 1] == ' ');

    private static bool StartsVariable(char first, char second) => (first, second) switch
    {
        ('$', '{') => true,
        ('$', var c) => char.IsLetterOrDigit(c) || c == '_',
        ('[', '[') or ('{', '{') => true,
        _ => false,
    };

    private static string OneLine(string text)
        => string.Join(' ', text.Split(['\r', '\n', '\t', '\u2028', '\u2029', ' '], StringSplitOptions.RemoveEmptyEntries));
}
