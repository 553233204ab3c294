using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Bases;

/// <summary>A rule about recording rules of rule files.</summary>
public abstract class RecordLint : RuleLint
{
    /// <inheritdoc />
    public sealed override void Check(RuleScope scope)
    {
        if (scope.Rule is RecordingRule record)
        {
            Check(record, scope);
        }
    }

    /// <summary>Looks at a recording rule and reports what it finds.</summary>
    public abstract void Check(RecordingRule record, RuleScope scope);
}
