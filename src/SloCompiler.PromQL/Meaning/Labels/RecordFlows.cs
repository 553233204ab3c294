using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>
/// The labels of recorded series. A record is followed after those that it reads, so that a long chain neither recurses nor is followed
/// twice; records that read each other in a circle promise nothing, whichever is asked for first.
/// </summary>
internal sealed class RecordFlows
{
    private static readonly ConditionalWeakTable<MeaningContext, RecordFlows> OfContexts = [];

    private readonly MeaningContext _context;
    private readonly ConcurrentDictionary<string, RecordedBranches> _known = new(StringComparer.Ordinal);
    private readonly Lock _resolving = new();

    private RecordFlows(MeaningContext context) => _context = context;

    /// <summary>The flows that belong to a context.</summary>
    public static RecordFlows Of(MeaningContext context) => OfContexts.GetValue(context, static c => new RecordFlows(c));

    /// <summary>The branches of a recorded series; null where no rule records it.</summary>
    public RecordedBranches? Find(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!IsRecorded(name))
        {
            return null;
        }

        lock (_resolving)
        {
            RecordOrder.Visit(name, Dependencies, Resolve, _known.ContainsKey);
        }

        return _known[name];
    }

    private bool IsRecorded(string name) => !_context.Records.Find(name).IsEmpty;

    private ImmutableArray<string> Dependencies(string name)
        => [.. _context.Records.Find(name)
            .SelectMany(r => PromQlWalker.Selectors(r.Expr))
            .Select(SelectorFlow.NameOf)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(IsRecorded)];

    private void Resolve(string name, bool isInCycle)
        => _known[name] = new RecordedBranches([.. _context.Records.Find(name).SelectMany(r => isInCycle ? [Unknown(r)] : Follow(r))]);

    private IEnumerable<LabelBranch> Follow(RecordedSeries rule)
        => LabelFlow.Of(rule.Expr, _context).Root.Branches.Select(b => b with
        {
            Labels = WithLabels(rule, b.Labels),
            AlwaysReturns = false,
        });

    private static LabelBranch Unknown(RecordedSeries rule)
    {
        var others = LabelPromise.Possible("", new LabelReason(LabelReasonKind.Cycle, rule.Expr.Span, rule.Name));
        return new LabelBranch(WithLabels(rule, new LabelSet([], others)), rule.Expr, BranchOrigin.Series);
    }

    private static LabelSet WithLabels(RecordedSeries rule, LabelSet labels)
    {
        var reason = new LabelReason(LabelReasonKind.RuleLabel, new TextSpan(0, 0));
        foreach (var (name, value) in rule.Labels)
        {
            labels = value.Length == 0
                ? labels.Drop(name, reason)
                : labels.With(LabelPromise.Constantly(name, value, reason));
        }

        return labels;
    }
}
