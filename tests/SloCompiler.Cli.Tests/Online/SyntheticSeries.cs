using System.Globalization;
using System.Text;
using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests.Online;

/// <summary>Series of the last hours, as blocks of a server's storage.</summary>
internal sealed class SyntheticSeries(DateTimeOffset now)
{
    private const int Step = 15;
    private const int Hours = 4;

    private readonly SortedDictionary<string, StringBuilder> _families = new(StringComparer.Ordinal);

    /// <summary>A series that grows by a number each second, or is constant where that is 0.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="labels">Its labels as a selector has them.</param>
    /// <param name="perSecond">What it grows by.</param>
    /// <param name="start">Its first value.</param>
    /// <param name="endedHoursAgo">When it ended.</param>
    public void Add(string name, string labels, double perSecond, double start = 0, double endedHoursAgo = 0)
    {
        if (!_families.TryGetValue(name, out var lines))
        {
            _families[name] = lines = new StringBuilder();
        }

        var first = now.ToUnixTimeSeconds() - (Hours * 3600);
        var last = now.ToUnixTimeSeconds() - (long)(endedHoursAgo * 3600);
        for (var time = first; time <= last; time += Step)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {start + ((time - first) * perSecond)} {time}\n");
        }
    }

    /// <summary>Writes the blocks into the folder that a server keeps its data in.</summary>
    public void WriteTo(TempFolder folder)
    {
        var text = new StringBuilder();
        foreach (var lines in _families.Values)
        {
            text.Append(lines);
        }

        folder.Write("series.txt", text.Append("# EOF\n").ToString());
        Tool.Run("promtool", ["tsdb", "create-blocks-from", "openmetrics", "--quiet", "series.txt", "data"], folder.FullPath).ShouldSucceed();
    }
}
