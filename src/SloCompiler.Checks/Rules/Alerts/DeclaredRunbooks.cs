using System.Collections.Immutable;
using SloCompiler.Language.Project;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>The runbooks of the settings, as URLs of alerts name them.</summary>
internal static class DeclaredRunbooks
{
    private static readonly ImmutableArray<string> Holes = ["{service}", "{slo}", "{runbook}"];

    /// <summary>Whether the settings say where runbooks are.</summary>
    public static bool Exist(ProjectConfig config) => config.RunbookUrl is not null || config.RunbookFiles is not null;

    /// <summary>The file of a URL with its anchor; null where the URL is none of the project's runbooks, or no file can be told.</summary>
    public static (string Path, string? Anchor)? FileOf(string url, ProjectConfig config)
    {
        if (config is not { RunbookUrl.Value: { } urls, RunbookFiles.Value: { } files } || url.Contains("{{", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = url.Split('#', 2);
        var values = Read(parts[0], urls);
        if (values is null || Holes.Any(h => files.Contains(h, StringComparison.Ordinal) && !values.ContainsKey(h)))
        {
            return null;
        }

        var path = Holes.Aggregate(files, (text, hole) => values.TryGetValue(hole, out var value) ? text.Replace(hole, value, StringComparison.Ordinal) : text);
        return (path, parts is [_, { Length: > 0 } anchor] ? anchor : null);
    }

    /// <summary>What stands in the holes of a pattern; null where a text does not fit it.</summary>
    private static ImmutableDictionary<string, string>? Read(string text, string pattern)
    {
        var values = ImmutableDictionary<string, string>.Empty;
        while (NextHole(pattern) is { } hole)
        {
            if (!text.StartsWith(pattern[..hole.Start], StringComparison.Ordinal))
            {
                return null;
            }

            text = text[hole.Start..];
            pattern = pattern[(hole.Start + hole.Name.Length)..];
            var end = pattern.Length == 0 ? text.Length : text.IndexOf(pattern[0], StringComparison.Ordinal);
            if (end <= 0 || (values.TryGetValue(hole.Name, out var known) && known != text[..end]))
            {
                return null;
            }

            values = values.SetItem(hole.Name, text[..end]);
            text = text[end..];
        }

        return text == pattern ? values : null;
    }

    private static (int Start, string Name)? NextHole(string pattern) => Holes
        .Select(h => (Start: pattern.IndexOf(h, StringComparison.Ordinal), Name: h))
        .Where(h => h.Start >= 0)
        .OrderBy(h => h.Start)
        .Select(h => ((int, string)?)h)
        .FirstOrDefault();
}
