using System.Globalization;
using System.Text;

namespace SloCompiler.Checks.Rules.Runbooks;

/// <summary>The anchors of a Markdown page, as code hosts make them from headings.</summary>
public static class MarkdownAnchors
{
    /// <summary>The anchors in page order.</summary>
    public static IReadOnlyList<string> Of(string markdown)
    {
        var anchors = new List<string>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var isCode = false;
        foreach (var line in markdown.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            isCode ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!isCode && HeadingOf(line) is { } heading)
            {
                var slug = Slug(heading);
                var count = counts.GetValueOrDefault(slug);
                counts[slug] = count + 1;
                anchors.Add(count == 0 ? slug : $"{slug}-{count.ToString(CultureInfo.InvariantCulture)}");
            }
        }

        return anchors;
    }

    /// <summary>The anchor of a heading: lower case, spaces to dashes, other punctuation left out.</summary>
    public static string Slug(string heading)
    {
        var text = new StringBuilder();
        foreach (var c in heading.Trim().ToLowerInvariant())
        {
            text.Append(c == ' ' ? "-" : char.IsLetterOrDigit(c) || c is '-' or '_' ? c : "");
        }

        return text.ToString();
    }

    private static string? HeadingOf(string line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level is >= 1 and <= 6 && line.Length > level && line[level] == ' ' ? line[level..].Trim().TrimEnd('#').Trim() : null;
    }
}
