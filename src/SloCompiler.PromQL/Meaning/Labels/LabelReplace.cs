using SloCompiler.PromQL.Re2;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>
/// <c>label_replace(v, dst, replacement, src, regex)</c>: where the pattern matches the value of the source, the target gets the
/// replacement, and goes where that is empty.
/// </summary>
internal sealed class LabelReplace
{
    private readonly string _target;
    private readonly string _source;
    private readonly RegexShape _shape;
    private readonly bool _matchesEmpty;
    private readonly ReplacementTemplate _template;
    private readonly LabelReason _written;
    private readonly LabelReason _maybeWritten;
    private readonly LabelReason _removed;

    private LabelReplace(CallExpr call, string target, string replacement, string source, string pattern)
    {
        _target = target;
        _source = source;
        _shape = RegexShape.Of(pattern);
        _matchesEmpty = Re2Syntax.MatchesEmpty(pattern);
        _template = ReplacementTemplate.Of(replacement, pattern, _shape.WholeGroups);
        _written = CallFlow.ReasonOf(call, LabelReasonKind.Written);
        _maybeWritten = CallFlow.ReasonOf(call, LabelReasonKind.MaybeWritten);
        _removed = CallFlow.ReasonOf(call, LabelReasonKind.Removed);
    }

    public static Func<LabelBranch, LabelBranch> Of(CallExpr call)
    {
        // A pattern that is not valid fails the evaluation, so that nothing is returned.
        if (StringArgument.Of(call, 1) is not { Length: > 0 } target || StringArgument.Of(call, 2) is not { } replacement
            || StringArgument.Of(call, 3) is not { } source || StringArgument.Of(call, 4) is not { } pattern
            || Re2Syntax.Validate(pattern) is not null)
        {
            return b => b;
        }

        var replace = new LabelReplace(call, target, replacement, source, pattern);
        return b => b with { Labels = b.Labels.With(replace.Target(b.Labels)) };
    }

    private LabelPromise Target(LabelSet labels)
    {
        // No series has a label without a name: that is how rules set a label everywhere.
        var source = _source.Length > 0 ? labels.Lookup(_source) : LabelPromise.Impossible("", _written);
        var before = labels.Of(_target);
        LabelPromise? result = null;
        foreach (var outcome in Outcomes(source, before))
        {
            result = result is null ? outcome : Either(result, outcome);
        }

        return result ?? before;
    }

    private LabelPromise Either(LabelPromise a, LabelPromise b)
    {
        var either = a.Or(b);
        return either.Reason.Kind == LabelReasonKind.Alternatives ? either with { Reason = _maybeWritten } : either;
    }

    private IEnumerable<LabelPromise> Outcomes(LabelPromise source, LabelPromise before)
    {
        if (!source.IsGuaranteed)
        {
            yield return _matchesEmpty ? Written("") : before;
        }

        if (source.IsImpossible)
        {
            yield break;
        }

        if (!source.Values.IsEmpty && _shape.Literals is null && !_shape.MatchesAll && !_shape.MatchesAllButEmpty)
        {
            // Whether the pattern matches a known value would take a regular expression of RE2.
            yield return before;
            yield return WrittenFromUnknown(source);
            yield break;
        }

        foreach (var outcome in source.Values.IsEmpty ? OfUnknown(source, before) : source.Values.Select(v => OfKnown(v, before)))
        {
            yield return outcome;
        }
    }

    private LabelPromise OfKnown(string value, LabelPromise before)
        => _shape.Literals is not { } literals || literals.Contains(value, StringComparer.Ordinal) ? Written(value) : before;

    private IEnumerable<LabelPromise> OfUnknown(LabelPromise source, LabelPromise before)
    {
        if (_shape.MatchesAll || _shape.MatchesAllButEmpty)
        {
            yield return WrittenFromUnknown(source);
            yield break;
        }

        yield return before;
        if (_shape.Literals is not { } literals)
        {
            yield return WrittenFromUnknown(source);
            yield break;
        }

        foreach (var literal in literals.Where(l => l.Length > 0))
        {
            yield return Written(literal);
        }
    }

    /// <summary>The target where the pattern matches a known text.</summary>
    private LabelPromise Written(string value)
    {
        if (_template.Expand(value) is { } text)
        {
            return text.Length == 0 ? LabelPromise.Impossible(_target, _removed) : LabelPromise.Constantly(_target, text, _written);
        }

        return _template.HasText || (_template.HasWhole && value.Length > 0)
            ? LabelPromise.Guaranteed(_target, _written)
            : LabelPromise.Possible(_target, _maybeWritten);
    }

    /// <summary>The target where the pattern matches some text that is not empty.</summary>
    private LabelPromise WrittenFromUnknown(LabelPromise source)
    {
        if (_template.IsEmpty)
        {
            return LabelPromise.Impossible(_target, _removed);
        }

        if (_template.IsConstant)
        {
            return Written("");
        }

        return _template.HasText || _template.HasWhole
            ? new LabelPromise(_target, LabelPresence.Guaranteed, _template.IsWhole ? source.Values : [], _written)
            : LabelPromise.Possible(_target, _maybeWritten);
    }
}
