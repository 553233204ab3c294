using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Reports.Measuring;
using SloCompiler.Reports.Model;

namespace SloCompiler.Reports.Data;

/// <summary>What was measured as data: the same numbers as on the pages, not rounded for people.</summary>
internal static class DataFiles
{
    /// <summary>The files.</summary>
    public static ImmutableArray<OutputFile> Of(ImmutableArray<SloModel> slos, Measurements measurements) =>
    [
        new("data.json", DataJson.Write(slos, measurements)),
        new("slos.csv", DataCsv.Slos(slos)),
        new("calendar.csv", DataCsv.Calendar(slos)),
        new("owners.csv", DataCsv.Owners(slos)),
    ];
}
