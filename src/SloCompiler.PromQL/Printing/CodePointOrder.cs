namespace SloCompiler.PromQL.Printing;

/// <summary>Orders texts as their UTF-8 bytes are ordered, which is how Prometheus sorts.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length - right.Length
            : Rank(left[common]) - Rank(right[common]);
    }

    // Surrogates stand for what comes after all that one unit can hold.
    private static int Rank(char c) => char.IsSurrogate(c) ? c + char.MaxValue : c;
}
