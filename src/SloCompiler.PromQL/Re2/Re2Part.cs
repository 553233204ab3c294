namespace SloCompiler.PromQL.Re2;

/// <summary>What a part of a pattern is when it stands in a sequence or an alternative.</summary>
internal enum Re2Kind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A run of characters, which grows by the next one.</summary>
    Literal,

    /// <summary>One character of a set.</summary>
    Set,

    /// <summary>Several parts in a row; a sequence around it takes them in.</summary>
    Sequence,

    /// <summary>One of several parts; alternatives around it take them in.</summary>
    Alternatives,
}

/// <summary>What is known of a part of a pattern, as far as it decides about limits.</summary>
/// <param name="MatchesEmpty">Whether it accepts the empty text.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Re2Part(bool MatchesEmpty, Re2Kind Kind)
{
    private const long LargestSize = long.MaxValue / 4096;

    /// <summary>The largest product of counted repetitions along one path through the part.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The height of its tree.</summary>
    public int Height { get; init; } = 1;

    /// <summary>Instructions of the program that it becomes.</summary>
    public long Size { get; init; } = 1;

    public static Re2Part Nothing { get; } = new(MatchesEmpty: true, Re2Kind.Other);

    public static Re2Part Character { get; } = new(MatchesEmpty: false, Re2Kind.Literal);

    public static Re2Part Set { get; } = new(MatchesEmpty: false, Re2Kind.Set);

    /// <summary>A word boundary: no empty text holds one.</summary>
    public static Re2Part Boundary { get; } = new(MatchesEmpty: false, Re2Kind.Other);

    public Re2Part Captured() => new(MatchesEmpty, Re2Kind.Other) { Repeats = Repeats, Height = Height + 1, Size = Size + 2 };

    public Re2Part Repeated(int minimum, int maximum, bool isCounted) => new(MatchesEmpty || minimum == 0, Re2Kind.Other)
    {
        Repeats = !isCounted ? Repeats : maximum == 0 ? 1 : Repeats * Math.Max(1, maximum < 0 ? minimum : maximum),
        Height = Height + 1,
        Size = Math.Min(LargestSize, SizeOfRepeat(minimum, maximum)),
    };

    private long SizeOfRepeat(int minimum, int maximum) => (minimum, maximum) switch
    {
        (0, < 0) => 2 + Size,
        (_, < 0) => 1 + (minimum * Size),
        (0, 1) => 1 + Size,
        _ => Math.Max(1, (maximum * Size) + (maximum - minimum)),
    };
}
