namespace SloCompiler.Language.Dashboards;

/// <summary>Tells dashboards from other JSON by the keys at the top, so that one whose JSON is broken is still known for what it is.</summary>
public static class DashboardDetector
{
    /// <summary>Whether a file can hold a dashboard by its name.</summary>
    public static bool IsCandidate(string path) => Path.GetExtension(path) == ".json";

    /// <summary>Whether a text is a dashboard: panels or rows with what else dashboards have, or one of the objects around a dashboard.</summary>
    public static bool IsDashboard(string content)
    {
        if (content.AsSpan().TrimStart() is not ['{', ..])
        {
            return false;
        }

        var keys = TopKeys(content);
        return ((keys.Contains("panels") || keys.Contains("rows")) && (keys.Contains("schemaVersion") || keys.Contains("templating") || keys.Contains("title")))
            || (keys.Contains("dashboard") && content.Contains("\"panels\"", StringComparison.Ordinal))
            || (keys.Contains("apiVersion") && content.Contains("\"dashboard.grafana.app/", StringComparison.Ordinal));
    }

    private static HashSet<string> TopKeys(string content)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        var isKey = true;
        for (var i = 0; i < content.Length; i++)
        {
            switch (content[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    break;
                case ',' when depth == 1:
                    isKey = true;
                    break;
                case '"':
                    var end = EndOfString(content, i + 1);
                    if (depth == 1 && isKey)
                    {
                        keys.Add(content[(i + 1)..end]);
                        isKey = false;
                    }

                    i = end;
                    break;
            }
        }

        return keys;
    }

    private static int EndOfString(string content, int start)
    {
        var end = start;
        while (end < content.Length && content[end] != '"')
        {
            end += content[end] == '\\' ? 2 : 1;
        }

        return Math.Min(end, content.Length);
    }
}
