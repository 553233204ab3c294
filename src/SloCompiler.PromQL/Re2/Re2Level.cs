namespace SloCompiler.PromQL.Re2;

/// <summary>A group that is open, or the whole pattern: its alternatives so far, and the sequence that is being read.</summary>
internal struct Re2Level(int start, bool isCapture)
{
    private Re2Part _alternatives;
    private int _alternativeCount;
    private bool _areSets = true;
    private Re2Part _before;
    private int _nodes;
    private Re2Part _last;
    private bool _hasLast;

    /// <summary>Where the opening parenthesis is.</summary>
    public readonly int Start => start;

    public readonly bool IsCapture => isCapture;

    /// <summary>Whether something stands before, that a repetition can apply to.</summary>
    public readonly bool HasOperand => _hasLast;

    /// <summary>What a repetition applies to.</summary>
    public Re2Part Operand
    {
        readonly get => _last;
        set => _last = value;
    }

    /// <summary>Appends a part to the sequence.</summary>
    public void Push(Re2Part part)
    {
        MoveLast();
        _last = part;
        _hasLast = true;
    }

    /// <summary>Ends the sequence as one more alternative.</summary>
    public void EndSequence()
    {
        MoveLast();
        var sequence = _nodes switch
        {
            0 => Re2Part.Nothing,
            1 => _before,
            _ => _before with { Kind = Re2Kind.Sequence, Height = _before.Height + 1 },
        };
        _areSets &= sequence.Kind == Re2Kind.Set || (sequence.Kind == Re2Kind.Literal && sequence.Size == 1);
        _alternatives = _alternativeCount == 0 ? sequence : Joined(Opened(_alternatives, Re2Kind.Alternatives), Opened(sequence, Re2Kind.Alternatives));
        _alternativeCount++;
        _nodes = 0;
    }

    /// <summary>The whole, after its last sequence has ended.</summary>
    public readonly Re2Part Whole() => _alternativeCount switch
    {
        1 => _alternatives,
        _ when _areSets => Re2Part.Set,
        _ => _alternatives with { Kind = Re2Kind.Alternatives, Height = _alternatives.Height + 1, Size = _alternatives.Size + _alternativeCount - 1 },
    };

    private void MoveLast()
    {
        if (!_hasLast)
        {
            return;
        }

        _hasLast = false;
        var joins = _nodes > 0 && _before.Kind == Re2Kind.Literal && _last.Kind == Re2Kind.Literal;
        _before = _nodes == 0 ? _last : Both(Opened(_before, Re2Kind.Sequence), Opened(_last, Re2Kind.Sequence));
        _nodes += joins ? 0 : 1;
    }

    // The last kind is kept, so that the next character knows whether it continues a run.
    private static Re2Part Both(Re2Part left, Re2Part right)
        => Joined(left, right) with { MatchesEmpty = left.MatchesEmpty && right.MatchesEmpty, Kind = right.Kind };

    /// <summary>What a part contributes to the same kind of part around it, into which it dissolves.</summary>
    private static Re2Part Opened(Re2Part part, Re2Kind kind)
        => part.Kind == kind ? part with { Kind = Re2Kind.Other, Height = part.Height - 1 } : part;

    private static Re2Part Joined(Re2Part left, Re2Part right) => new(left.MatchesEmpty || right.MatchesEmpty, Re2Kind.Other)
    {
        Repeats = Math.Max(left.Repeats, right.Repeats),
        Height = Math.Max(left.Height, right.Height),
        Size = left.Size + right.Size,
    };
}
