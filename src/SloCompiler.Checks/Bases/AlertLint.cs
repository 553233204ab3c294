using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Bases;

/// <summary>A rule about alerting rules of rule files.</summary>
public abstract class AlertLint : RuleLint
{
    /// <inheritdoc />
    public sealed override void Check(RuleScope scope)
    {
        if (scope.Rule is AlertingRule alert)
        {
            Check(alert, scope);
        }
    }

    /// <summary>Looks at an alert and reports what it finds.</summary>
    public abstract void Check(AlertingRule alert, RuleScope scope);
}
