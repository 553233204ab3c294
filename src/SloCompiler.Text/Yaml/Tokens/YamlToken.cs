namespace SloCompiler.Text.Yaml.Tokens;

/// <summary>A piece of a YAML text as it is written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Range">Where it is. Empty for what is only implied by the layout, such as the start of a mapping.</param>
/// <param name="Column">Column of its start, from 0.</param>
public readonly record struct YamlToken(YamlTokenKind Kind, TextSpan Range, int Column)
{
    /// <summary>Whether something is written.</summary>
    public bool IsWritten => Range.Length > 0;
}

/// <summary>The kinds of tokens.</summary>
public enum YamlTokenKind
{
    /// <summary>A scalar without quotes; it may span lines.</summary>
    Plain,

    /// <summary>A scalar in single quotes.</summary>
    SingleQuoted,

    /// <summary>A scalar in double quotes.</summary>
    DoubleQuoted,

    /// <summary>A block scalar with <c>|</c>: header and lines, and blank lines behind it.</summary>
    Literal,

    /// <summary>A block scalar with <c>&gt;</c>: header and lines, and blank lines behind it.</summary>
    Folded,

    /// <summary><c>*name</c>.</summary>
    Alias,

    /// <summary><c>&amp;name</c> or a tag, in front of a node.</summary>
    Property,

    /// <summary><c>-</c> of a list item.</summary>
    Entry,

    /// <summary>A key follows; written only as <c>?</c>.</summary>
    Key,

    /// <summary><c>:</c> behind a key.</summary>
    Value,

    /// <summary>Implied: a block list starts. A list at the column of its key starts without.</summary>
    SequenceStart,

    /// <summary>Implied: a block mapping starts.</summary>
    MappingStart,

    /// <summary>Implied: a block list or mapping ends.</summary>
    BlockEnd,

    /// <summary><c>[</c> or <c>{</c>.</summary>
    FlowStart,

    /// <summary><c>]</c> or <c>}</c>.</summary>
    FlowEnd,

    /// <summary><c>,</c> in brackets or braces.</summary>
    FlowEntry,

    /// <summary><c>---</c>, <c>...</c> or a directive.</summary>
    Marker,
}
