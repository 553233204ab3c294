namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What decided whether series have a label, or that there are none.</summary>
public enum LabelReasonKind
{
    /// <summary>Nothing is known of the series that a selector finds.</summary>
    Selector,

    /// <summary>The selector names the metric.</summary>
    MetricName,

    /// <summary>A matcher accepts only series that have the label.</summary>
    MatcherWants,

    /// <summary>A matcher accepts only series that do not have the label.</summary>
    MatcherRefuses,

    /// <summary>The catalogue lists the label.</summary>
    Declared,

    /// <summary>The catalogue lists all labels, and this is not one of them.</summary>
    NotDeclared,

    /// <summary>Prometheus sets the label on everything that it scrapes.</summary>
    Target,

    /// <summary>The project has it as an external label, which any series may have.</summary>
    External,

    /// <summary>The recording rule or its group sets the label.</summary>
    RuleLabel,

    /// <summary>The rules that record the series read it themselves, so that nothing follows from them.</summary>
    Cycle,

    /// <summary>The grouping of an aggregation keeps the label.</summary>
    Grouped,

    /// <summary>The grouping of an aggregation does not name the label.</summary>
    NotGrouped,

    /// <summary>The aggregation has no grouping, so that it keeps no label.</summary>
    NoGrouping,

    /// <summary><c>without</c> drops the label.</summary>
    Without,

    /// <summary>The operation makes values of another meaning, so that the metric name goes.</summary>
    NameDropped,

    /// <summary>A function sets the label.</summary>
    Written,

    /// <summary>A function sets the label on some series.</summary>
    MaybeWritten,

    /// <summary>A function removes the label.</summary>
    Removed,

    /// <summary>A one-to-one match keeps only the labels of <c>on</c>.</summary>
    NotInOn,

    /// <summary>A one-to-one match drops the labels of <c>ignoring</c>.</summary>
    Ignored,

    /// <summary>The other side of a match has the label, or does not.</summary>
    Matched,

    /// <summary>A group modifier takes the label from the other side.</summary>
    Included,

    /// <summary>A number has no labels.</summary>
    Scalar,

    /// <summary><c>absent</c> copies labels from its equality matchers.</summary>
    Absent,

    /// <summary><c>info</c> can add the label.</summary>
    Info,

    /// <summary>Nothing is known of the function.</summary>
    UnknownFunction,

    /// <summary>It depends on which alternative returns.</summary>
    Alternatives,

    /// <summary>There are more labels than are followed.</summary>
    TooMany,

    /// <summary>Conditions on the label contradict each other.</summary>
    Contradiction,

    /// <summary>No series of one side can match one of the other.</summary>
    NeverMatches,

    /// <summary>What <c>absent</c> looks at is always there.</summary>
    NeverAbsent,

    /// <summary>An earlier alternative of <c>or</c> always returns the same labels.</summary>
    Hidden,
}
