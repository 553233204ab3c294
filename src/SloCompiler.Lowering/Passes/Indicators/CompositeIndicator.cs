using SloCompiler.Language.Slis.Composite;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Plan.Signals;
using SloCompiler.Text;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>The weighted error ratio of other SLOs.</summary>
internal static class CompositeIndicator
{
    public static LoweredIndicator? Lower(CompositeSli sli, SloDraft slo, LoweringContext context)
    {
        if (slo.Spec.Exclude is { } exclude)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.ExcludeOnComposite, exclude.Span, $"SLO `{slo.Name}` is a composite, which has no events of its own to exclude.");
            return null;
        }

        if (new CompositeParts(slo, context).Collect(sli) is not { IsEmpty: false } parts)
        {
            return null;
        }

        var names = string.Join(", ", parts.Select(part
            => $"{part.Series.Service}/{part.Series.Slo} (weight {ExactDecimal.Format(part.Weight)})"));
        return new LoweredIndicator
        {
            Signal = new CompositeSignal(
                [.. parts.Select(part => new CompositeSignalPart(part.Series.Service, part.Series.Slo, part.Weight))]),
            TotalInWords = $"events of {names}",
            BadInWords = "bad events of each part, by weight",
            Parts = parts,
        };
    }
}
