using SloCompiler.Lowering.Drafts;

namespace SloCompiler.Lowering.Passes.BaseWindows;

/// <summary>Chooses the window of the base rates, wide enough for the rarest scrape.</summary>
internal sealed class BaseWindowPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        var window = BaseWindow.Of(slo.Spec, context);
        if (window > BaseWindow.Usual)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.BaseWindowWidened,
                slo.Spec.Sli.Span,
                $"The base rates of SLO `{slo.Name}` span {window} instead of {BaseWindow.Usual}: four scrapes of its metrics, or one slice.");
        }

        return slo with { BaseWindow = window };
    }
}
