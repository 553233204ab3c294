using System.Collections.Immutable;
using SloCompiler.Checks.Metrics;
using SloCompiler.Checks.Runbooks;

namespace SloCompiler.Checks;

/// <summary>All checks, by code. A new check is one file and one line here.</summary>
public static class CheckCatalog
{
    /// <summary>The checks.</summary>
    public static ImmutableArray<Check> All { get; } =
    [
        new MetricNotInCatalogue(),
        new LabelNotInCatalogue(),
        new ValueNotInCatalogue(),
        new GaugeUsedAsCounter(),
        new CounterUsedAsGauge(),
        new GroupingLabelNotInCatalogue(),
        new HistogramExpected(),
        new RunbookFileMissing(),
        new RunbookAnchorMissing(),
    ];
}
