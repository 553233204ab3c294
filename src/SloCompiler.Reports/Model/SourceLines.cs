using System.Globalization;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Reports.Model;

/// <summary>Lines of a spec with findings beside them, for templates.</summary>
internal static class SourceLines
{
    private const int Context = 12;
    private const int LongestLine = 400;

    /// <summary>The lines around findings.</summary>
    public static List<object?> Around(SourceText source, IReadOnlyList<Diagnostic> findings, ProjectLocation project)
    {
        var byLine = findings.ToLookup(d => d.Span.Start.Line);
        var wanted = byLine.SelectMany(g => Enumerable.Range(g.Key - Context, (2 * Context) + 1)).Where(n => n >= 1 && n <= source.LineCount).Distinct().Order().ToList();
        return [.. wanted.Select((number, i) => Line(source, number, i > 0 && wanted[i - 1] < number - 1, byLine[number], project))];
    }

    /// <summary>The lines of an entry.</summary>
    public static List<object?> Of(SourceSpan entry, IReadOnlyList<Diagnostic> findings, ProjectLocation project)
    {
        var byLine = findings.ToLookup(d => d.Span.Start.Line);
        var last = entry.End.Column == 1 ? entry.End.Line - 1 : entry.End.Line;
        return [.. Enumerable.Range(entry.Start.Line, Math.Max(1, last - entry.Start.Line + 1)).Select(n => Line(entry.Source, n, false, byLine[n], project))];
    }

    private static Dictionary<string, object?> Line(SourceText source, int number, bool isAfterGap, IEnumerable<Diagnostic> findings, ProjectLocation project)
    {
        var text = source.GetLine(number);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["number"] = number.ToString(CultureInfo.InvariantCulture),
            ["text"] = text.Length > LongestLine ? text[..LongestLine] + "…" : text,
            ["is_after_gap"] = isAfterGap,
            ["findings"] = Findings.ToModel(findings, project),
        };
    }
}
