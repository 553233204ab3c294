using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Rules.Metrics;
using SloCompiler.Checks.Rules.Runbooks;

namespace SloCompiler.Checks;

/// <summary>All lint rules, by code. A new rule is one file and one line here.</summary>
public static class RuleCatalog
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<LintRule> All { get; } =
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
