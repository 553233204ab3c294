using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>A rule about the conditions of alerts, of rule files and of specs.</summary>
public abstract class AlertConditionLint : ExpressionLint
{
    /// <inheritdoc />
    public sealed override void Check(ExpressionScope scope)
    {
        if (scope.IsAlert)
        {
            CheckCondition(scope);
        }
    }

    /// <summary>Looks at the condition of an alert and reports what it finds.</summary>
    public abstract void CheckCondition(ExpressionScope scope);

    /// <summary>The alert of a rule file; null for one of a spec.</summary>
    private protected static AlertingRule? AlertOf(ExpressionScope scope)
        => scope.Owner is ExpressionOwner.OfRule { Value: AlertingRule alert } ? alert : null;
}
