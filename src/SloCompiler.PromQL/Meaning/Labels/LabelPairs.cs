namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>
/// The promises of two sets about the same labels, in ordinal order. Where one set does not name a label, its promise about other
/// labels stands in.
/// </summary>
internal readonly ref struct LabelPairs(LabelSet left, LabelSet right)
{
    /// <summary>The label that a pair is about.</summary>
    public static string NameOf(LabelPromise left, LabelPromise right) => left.Name.Length > 0 ? left.Name : right.Name;

    public Enumerator GetEnumerator() => new(left, right);

    public ref struct Enumerator(LabelSet left, LabelSet right)
    {
        private int _left = -1;
        private int _right = -1;
        private int _order;

        public readonly (LabelPromise Left, LabelPromise Right) Current
            => (_order <= 0 ? left.Named[_left] : left.Others, _order >= 0 ? right.Named[_right] : right.Others);

        public bool MoveNext()
        {
            _left += _order <= 0 ? 1 : 0;
            _right += _order >= 0 ? 1 : 0;
            var hasLeft = _left < left.Named.Length;
            var hasRight = _right < right.Named.Length;
            _order = (hasLeft, hasRight) switch
            {
                (true, true) => string.CompareOrdinal(left.Named[_left].Name, right.Named[_right].Name),
                (true, false) => -1,
                _ => 1,
            };
            return hasLeft || hasRight;
        }
    }
}
