using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Rules.Alerts;
using SloCompiler.Checks.Rules.Metrics;
using SloCompiler.Checks.Rules.Objectives;
using SloCompiler.Checks.Rules.Runbooks;
using SloCompiler.Checks.Rules.Templates;

namespace SloCompiler.Checks;

/// <summary>All lint rules, by code. A new rule is one file and one line here.</summary>
public static class RuleCatalog
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<LintRule> All { get; } =
    [
        new BurnAlertWithOneWindow(),
        new BurnWindowsMismatched(),
        new NumeratorBeyondTotal(),
        new QuantileBeyondBuckets(),
        new LifetimeRatio(),
        new ShareGoneWithoutErrors(),
        new QuantilePerSeries(),
        new MetricNotInCatalogue(),
        new LabelNotInCatalogue(),
        new ValueNotInCatalogue(),
        new GaugeUsedAsCounter(),
        new CounterUsedAsGauge(),
        new GroupingLabelNotInCatalogue(),
        new HistogramExpected(),
        new AlertAlwaysFires(),
        new AlertComparesWithBool(),
        new ZeroFor(),
        new ForShorterThanInterval(),
        new PulseShorterThanFor(),
        new IntervalBeyondLookback(),
        new AlertOnSelection(),
        new SortWithoutEffect(),
        new RatioAlertWithoutFor(),
        new AbsentFiresAtOnce(),
        new AlertOnInfinity(),
        new ExactFraction(),
        new SeveritiesExchanged(),
        new AlertOnInfoValue(),
        new GroupLabelOverwritten(),
        new AbsenceUnnoticed(),
        new TwoAlertsInOne(),
        new HiddenAlternative(),
        new RawGaugeWithoutFor(),
        new AlertRunbookMissing(),
        new PageWithoutRunbook(),
        new SummaryMissing(),
        new SummaryStyle(),
        new DescriptionWithoutLabels(),
        new MemoryUsageWithCache(),
        new SameConditionInTwoSeverities(),
        new PagePerReplica(),
        new LabelNeverSet(),
        new LabelOfOneAlternative(),
        new ValueInLabel(),
        new UnformattedRate(),
        new QueryLabelNeverSet(),
        new PercentSignOnRatio(),
        new WrongHumanizer(),
        new UndeclaredExternalLabel(),
        new UnreadAnnotation(),
        new RunbookFileMissing(),
        new RunbookAnchorMissing(),
    ];
}
