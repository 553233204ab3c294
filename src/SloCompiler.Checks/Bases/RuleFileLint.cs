using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;

namespace SloCompiler.Checks.Bases;

/// <summary>A rule about rule files.</summary>
public abstract class RuleFileLint : LintRule
{
    /// <summary>Looks at one and reports what it finds.</summary>
    public abstract void Check(RuleFileScope scope);
}
