using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>Selectors: what is declared, recorded or well known of their series.</summary>
internal sealed partial class ConditionWalk
{
    protected internal override Outcome VisitVectorSelector(VectorSelector expr)
    {
        var name = SelectorNames.NameOf(expr);
        var facts = name is null ? null : context.Metrics.Find(name);
        if (!expr.Matchers.IsEmpty && MatcherConflicts.Find(expr.Matchers, facts, context.ExternalLabels) is { } conflict)
        {
            return new Outcome(expr) { Certain = Returned.None, Expected = Returned.None, Reasons = [conflict] };
        }

        var (certain, expected) = facts is not null ? SampleRanges.Declared(facts) : SampleRanges.WellKnown(name);
        var outcome = new Outcome(expr)
        {
            Certain = new(certain, Presence.Sometimes),
            Expected = new(expected, Presence.Sometimes),
            Causes = EmptyCauses.Selector,
        };
        return facts is null && name is not null && _records.Find(name, Recorded) is { } recorded ? OfRecord(outcome, name, recorded) : outcome;
    }

    /// <summary>What all rules of a name record.</summary>
    private Outcome Recorded(ImmutableArray<RecordedSeries> records)
    {
        _recordDepth++;
        var (certain, expected) = (Returned.None, Returned.None);
        foreach (var record in records)
        {
            var outcome = WalkFresh(record.Expr);
            certain = certain.Or(outcome.Certain);
            expected = expected.Or(outcome.Expected);
        }

        _recordDepth--;
        return new Outcome(records[0].Expr) { Certain = certain, Expected = expected };
    }

    // A recorded series is read later than it was written, so that it is not there always.
    private static Outcome OfRecord(Outcome outcome, string name, Outcome recorded)
    {
        var result = outcome.With(outcome.Expr, AtMostSometimes(recorded.Certain), AtMostSometimes(recorded.Expected)).Blame(outcome.Expr);
        return result.Presence == Presence.Never ? result.Because(outcome.Expr.Span, $"the rule that records `{name}` never returns anything") : result;
    }
}
