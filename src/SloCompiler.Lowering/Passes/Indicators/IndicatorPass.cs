using SloCompiler.Lowering.Drafts;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Turns the indicator into trees; each kind has a class of its own.</summary>
internal sealed class IndicatorPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context)
        => slo with { Indicator = slo.Spec.Sli.Accept(new IndicatorLowering(slo, context)) ?? LoweredIndicator.None };
}
