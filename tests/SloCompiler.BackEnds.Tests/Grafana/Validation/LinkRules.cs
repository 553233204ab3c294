using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>Variables, links and Markdown.</summary>
internal static partial class LinkRules
{
    private const string DashboardOfLine = "/d/${__data.fields." + InfoLabels.DashboardUid + ":percentencode}?";

    public static ImmutableArray<BoardRule> All { get; } =
    [
        new("D08", Variables),
        new("D09", Urls),
        new("D17", Markdown),
    ];

    private static readonly HashSet<string> WithVariables = ["expr", "legendFormat", "title", "description", "url", "content", "name", "tooltip"];

    [GeneratedRegex(@"\$(\w+)|\$\{(\w+)[^}]*\}|\[\[(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"[?&]var-([^=]+)=")]
    private static partial Regex UrlVariable();

    [GeneratedRegex(@"(?<!\\)\]\(([^)]*)\)")]
    private static partial Regex MarkdownLink();

    private static IEnumerable<string> Variables(BoardCase board)
    {
        var defined = Defined(board.Board);
        return Boards.Texts(board.Board)
            .Where(t => WithVariables.Contains(t.Key))
            .SelectMany(t => Variable().Matches(t.Text))
            .Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value)
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal) && !char.IsAsciiDigit(name[0]) && !defined.Contains(name))
            .Select(name => $"${name} is not defined");
    }

    private static HashSet<string> Defined(JsonObject board)
        => [.. Boards.List(board["templating"], "list").Select(v => Boards.Text(v, "name"))];

    private static IEnumerable<string> Urls(BoardCase board)
    {
        foreach (var url in Boards.Texts(board.Board).Where(t => t.Key == "url" && t.Text.Length > 0).Select(t => t.Text))
        {
            var target = board.Others.Values.FirstOrDefault(o => url == $"/d/{Boards.Text(o, "uid")}" || url.StartsWith($"/d/{Boards.Text(o, "uid")}?", StringComparison.Ordinal));
            if (target is null && !IsHttp(url) && url != "${__value.raw}" && !url.StartsWith(DashboardOfLine, StringComparison.Ordinal))
            {
                yield return $"{url} leads nowhere";
            }

            foreach (var name in UrlVariable().Matches(url).Select(m => m.Groups[1].Value).Where(n => target is null || !Defined(target).Contains(n)))
            {
                yield return $"{url} sets {name}, which its target lacks";
            }
        }
    }

    private static bool IsHttp(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !url.Contains(' ', StringComparison.Ordinal);

    private static IEnumerable<string> Markdown(BoardCase board)
    {
        foreach (var text in Boards.Texts(board.Board).Where(t => t.Key == "content").Select(t => t.Text))
        {
            if (text.Contains('<', StringComparison.Ordinal))
            {
                yield return "raw HTML";
            }

            foreach (var url in MarkdownLink().Matches(text).Select(m => m.Groups[1].Value).Where(u => !IsHttp(u)))
            {
                yield return $"link to {url}";
            }
        }
    }
}
