using System.Globalization;
using SloCompiler.Cli.Rendering;

namespace SloCompiler.Cli;

/// <summary>What <c>--verbose</c> adds: settings, inputs, stages with their times.</summary>
internal static class VerboseReport
{
    private const int TitleWidth = 11;

    /// <summary>Writes the report.</summary>
    /// <param name="writer">Standard error.</param>
    /// <param name="progress">What the run told of itself.</param>
    /// <param name="elapsed">Time since the start of the command.</param>
    public static void Write(TextWriter writer, RunProgress progress, TimeSpan elapsed)
    {
        foreach (var fact in progress.Facts)
        {
            Line(writer, fact.Title, DisplayText.OneLine(fact.Text));
        }

        var width = progress.Stages.Select(s => s.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var stage in progress.Stages)
        {
            var items = stage.Items > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {stage.Items:#,0}") : "";
            Line(writer, "stage", $"{stage.Name.PadRight(width)}  {Time(stage.Elapsed),10}{items}");
        }

        Line(writer, "total", $"{new string(' ', width)}  {Time(elapsed),10}");
    }

    private static void Line(TextWriter writer, string title, string text) => writer.Write($"{(title + ":").PadRight(TitleWidth)} {text.TrimEnd()}\n");

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:#,0.0} ms");
}
