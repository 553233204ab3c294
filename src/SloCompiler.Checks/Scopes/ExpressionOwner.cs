using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Model;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Scopes;

/// <summary>Whose an expression is.</summary>
public abstract record ExpressionOwner
{
    private ExpressionOwner()
    {
    }

    /// <summary>The expression of a rule in a rule file.</summary>
    /// <param name="Value">The rule.</param>
    /// <param name="Group">Its group.</param>
    /// <param name="File">Its file.</param>
    public sealed record OfRule(Rule Value, RuleGroup Group, RuleFile File) : ExpressionOwner;

    /// <summary>An expression of a spec.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="Role">What the compiler does with the expression.</param>
    public sealed record OfSpec(ServiceSpec Service, ExpressionRole Role) : ExpressionOwner;

    /// <summary>A query of a dashboard.</summary>
    /// <param name="Dashboard">The dashboard.</param>
    /// <param name="Panel">The panel.</param>
    /// <param name="Target">The query among those of the panel.</param>
    public sealed record OfPanel(GrafanaDashboard Dashboard, GrafanaPanel Panel, GrafanaTarget Target) : ExpressionOwner;
}
