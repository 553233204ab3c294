using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

internal enum TokenKind : byte
{
    EndOfInput,
    Error,
    Identifier,
    Number,
    Duration,
    String,
    Variable,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    Comma,
    Colon,
    At,
    Assign,
    RegexMatch,
    RegexNoMatch,
    EqualEqual,
    NotEqual,
    LessOrEqual,
    Less,
    GreaterOrEqual,
    Greater,
    TrimUpper,
    TrimLower,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
}

internal enum Keyword : byte
{
    None,
    And,
    Or,
    Unless,
    Atan2,
    Aggregator,
    Bool,
    By,
    Without,
    On,
    Ignoring,
    GroupLeft,
    GroupRight,
    Offset,
    Anchored,
    Smoothed,
    Fill,
    FillLeft,
    FillRight,
    Preprocessor,
    Infinity,
    NotANumber,
}

internal readonly record struct Token(TokenKind Kind, Keyword Keyword, int Start, int Length)
{
    public TextSpan Span => new(Start, Length);

    public int End => Start + Length;
}
