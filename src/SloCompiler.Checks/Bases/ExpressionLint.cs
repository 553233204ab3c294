using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;

namespace SloCompiler.Checks.Bases;

/// <summary>A rule about whole expressions: of rule files, specs and dashboards. It sees valid ones only.</summary>
public abstract class ExpressionLint : LintRule
{
    /// <summary>Looks at one and reports what it finds.</summary>
    public abstract void Check(ExpressionScope scope);
}
