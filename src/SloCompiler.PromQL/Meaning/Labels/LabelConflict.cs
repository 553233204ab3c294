namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>How two sides of a match disagree on a label.</summary>
public enum LabelConflictKind
{
    /// <summary>Only the left side has it.</summary>
    OnlyLeft,

    /// <summary>Only the right side has it.</summary>
    OnlyRight,

    /// <summary>Both have it, with different values.</summary>
    Values,
}

/// <summary>A label on which no series of one side agrees with one of the other.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Kind">How the sides disagree.</param>
/// <param name="Left">What the left side knows of it.</param>
/// <param name="Right">What the right side knows of it.</param>
/// <param name="IsCertain">
/// Whether nothing can match. Otherwise series match that do not have the label, although the side that may have it names it.
/// </param>
public sealed record LabelConflict(string Label, LabelConflictKind Kind, LabelPromise Left, LabelPromise Right, bool IsCertain)
{
    /// <summary>The conflict of two results, where all alternatives of both are in conflict.</summary>
    internal static LabelConflict? Find(MatchScope scope, LabelFlowResult left, LabelFlowResult right)
    {
        LabelConflict? found = null;
        foreach (var a in left.Branches)
        {
            foreach (var b in right.Branches)
            {
                if (a.IsDead || b.IsDead)
                {
                    continue;
                }

                if (Find(scope, a.Labels, b.Labels) is not { } conflict)
                {
                    return null;
                }

                found = found is null || (found.IsCertain && !conflict.IsCertain) ? conflict : found;
            }
        }

        return found;
    }

    private static LabelConflict? Find(MatchScope scope, LabelSet left, LabelSet right)
    {
        if (scope.Conflict(left, right) is { } certain)
        {
            return Of(certain, left, right, isCertain: true);
        }

        foreach (var (a, b) in new LabelPairs(left, right))
        {
            var name = LabelPairs.NameOf(a, b);
            if (scope.Covers(name) && ((IsNamed(a) && b.IsImpossible) || (a.IsImpossible && IsNamed(b))))
            {
                return Of(name, left, right, isCertain: false);
            }
        }

        foreach (var label in scope.IsOn ? scope.Labels : [])
        {
            if (left.Lookup(label).IsImpossible != right.Lookup(label).IsImpossible)
            {
                return Of(label, left, right, isCertain: false);
            }
        }

        return null;
    }

    private static bool IsNamed(LabelPromise promise) => promise.Name.Length > 0 && !promise.IsImpossible;

    private static LabelConflict Of(string label, LabelSet left, LabelSet right, bool isCertain)
    {
        var (a, b) = (left.Of(label), right.Of(label));
        var kind = b.IsImpossible ? LabelConflictKind.OnlyLeft : a.IsImpossible ? LabelConflictKind.OnlyRight : LabelConflictKind.Values;
        return new LabelConflict(label, kind, a, b, isCertain);
    }
}
