using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Rules.Alerts;
using SloCompiler.Checks.Rules.Cost;
using SloCompiler.Checks.Rules.Metrics;
using SloCompiler.Checks.Rules.Names;
using SloCompiler.Checks.Rules.Objectives;
using SloCompiler.Checks.Rules.Policies;
using SloCompiler.Checks.Rules.Quantities;
using SloCompiler.Checks.Rules.Records;
using SloCompiler.Checks.Rules.Runbooks;
using SloCompiler.Checks.Rules.Templates;
using SloCompiler.Checks.Rules.Windows;

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
        new RangeOfOneSample(),
        new RateWindowTooShort(),
        new RatioWindowsDiffer(),
        new ForecastBeyondWindow(),
        new RangeBeyondRetention(),
        new FutureSamples(),
        new PinnedTime(),
        new GroupIntervalBeyondLookback(),
        new RawWindowRepeated(),
        new RawWindowLong(),
        new UnitsDiffer(),
        new ImplausibleThreshold(),
        new RecordUnitDiffers(),
        new AverageOfQuantiles(),
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
        new DuplicateRule(),
        new ConflictingRecords(),
        new RecordWindowDiffers(),
        new RecordLevelDiffers(),
        new UnrecordedSeries(),
        new RecordReadEarly(),
        new RecordOfOtherGroup(),
        new RecordCycle(),
        new SeriesCollideByLabel(),
        new UnquotedValue(),
        new ReservedRuleLabel(),
        new EmptyLabel(),
        new UnconventionalName(),
        new RecordHidesMetric(),
        new LabelAgainstPolicy(),
        new AnnotationAgainstPolicy(),
        new NameAgainstPolicy(),
        new ForAgainstPolicy(),
        new RunbookFileMissing(),
        new RunbookAnchorMissing(),
    ];
}
