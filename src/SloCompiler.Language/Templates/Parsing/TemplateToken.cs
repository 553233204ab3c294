using SloCompiler.Text;

namespace SloCompiler.Language.Templates.Parsing;

/// <summary>The kinds of tokens. Those from <see cref="Dot"/> on are keywords.</summary>
internal enum TemplateTokenKind : byte
{
    End,
    Error,
    Text,
    LeftDelimiter,
    RightDelimiter,
    Space,
    Pipe,
    Assign,
    Declare,
    LeftParen,
    RightParen,
    Comma,
    OtherChar,
    Bool,
    CharConstant,
    Complex,
    Number,
    String,
    RawString,
    Field,
    Variable,
    Identifier,
    Dot,
    Nil,
    Block,
    Break,
    Continue,
    Define,
    Else,
    EndKeyword,
    If,
    Range,
    Template,
    With,
}

/// <summary>A token and its place. What is wrong with an <see cref="TemplateTokenKind.Error"/> is in <paramref name="Message"/>.</summary>
internal readonly record struct TemplateToken(TemplateTokenKind Kind, int Start, int Length, string? Message = null)
{
    public TextSpan Span => new(Start, Length);

    public int End => Start + Length;

    public bool IsKeyword => Kind >= TemplateTokenKind.Dot;

    /// <summary>Whether a command can begin with it.</summary>
    public bool StartsOperand => Kind is TemplateTokenKind.LeftParen or (>= TemplateTokenKind.Bool and <= TemplateTokenKind.Nil);
}
