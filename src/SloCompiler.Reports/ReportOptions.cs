using System.Collections.Immutable;
using SloCompiler.Reports.Measuring;
using SloCompiler.Text;

namespace SloCompiler.Reports;

/// <summary>How a report is made.</summary>
public sealed record ReportOptions
{
    /// <summary>Title of the index page.</summary>
    public string Title { get; init; } = "Service level objectives";

    /// <summary>Templates of the team, by their file names, in place of built-in ones.</summary>
    public ImmutableArray<SourceText> Templates { get; init; } = [];

    /// <summary>What was measured; null for a report on the specs alone.</summary>
    public Measurements? Measurements { get; init; }

    /// <summary>Whether the pages are for a server that updates them while somebody looks on.</summary>
    public bool IsLive { get; init; }
}
