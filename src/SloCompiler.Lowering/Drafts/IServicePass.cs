using SloCompiler.Language.Model;
using SloCompiler.Plan;

namespace SloCompiler.Lowering.Drafts;

/// <summary>One step that adds to the plan of a service what does not belong to one of its SLOs.</summary>
internal interface IServicePass
{
    /// <summary>The plan with what this step adds.</summary>
    ServicePlan Apply(ServicePlan plan, ServiceSpec service, LoweringContext context);
}
