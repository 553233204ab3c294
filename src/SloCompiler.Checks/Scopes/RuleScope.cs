using SloCompiler.Checks.Engine;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Scopes;

/// <summary>A rule of a rule file.</summary>
public sealed class RuleScope : LintScope
{
    internal RuleScope(LintProject project, FindingSink sink, ExpressionOwner.OfRule owner, LintSubject subject, ExpressionScope? expression)
        : base(project, sink, owner.File.Source.Path)
    {
        Rule = owner.Value;
        Group = owner.Group;
        File = owner.File;
        Subject = subject;
        Expression = expression;
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>Its group.</summary>
    public RuleGroup Group { get; }

    /// <summary>Its file.</summary>
    public RuleFile File { get; }

    /// <summary>Its expression; null where that is not valid PromQL.</summary>
    public ExpressionScope? Expression { get; }

    /// <inheritdoc />
    public override LintSubject Subject { get; }
}
