namespace SloCompiler.Language.RuleFiles.Dialects;

/// <summary>Where a field of a rule file stands.</summary>
public enum RuleScope
{
    /// <summary>At the top of the file, or in <c>spec</c> of an object.</summary>
    File,

    /// <summary>In a group.</summary>
    Group,

    /// <summary>In a rule.</summary>
    Rule,
}

/// <summary>What the value of a field may be.</summary>
public enum RuleValueKind
{
    /// <summary>Any scalar, as text.</summary>
    Text,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A list of texts.</summary>
    TextList,

    /// <summary>A mapping.</summary>
    Mapping,

    /// <summary>A list.</summary>
    List,

    /// <summary>One of the words of the field; case does not count.</summary>
    Word,
}

/// <summary>A field that rule files of one dialect have.</summary>
/// <param name="Scope">Where it stands.</param>
/// <param name="Name">The key.</param>
/// <param name="Kind">What its value may be.</param>
/// <param name="Words">The words of <see cref="RuleValueKind.Word"/>.</param>
public sealed record RuleDialectField(RuleScope Scope, string Name, RuleValueKind Kind, params string[] Words);
