using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;

namespace SloCompiler.Checks.Bases;

/// <summary>A rule about the specs of services.</summary>
public abstract class SpecLint : LintRule
{
    /// <summary>Looks at one and reports what it finds.</summary>
    public abstract void Check(SpecScope scope);
}
