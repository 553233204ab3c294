namespace SloCompiler.Lowering.Drafts;

/// <summary>One step on the way from an SLO's spec to its plan.</summary>
internal interface ISloPass
{
    /// <summary>The draft with what this step adds.</summary>
    SloDraft Apply(SloDraft slo, LoweringContext context);
}
