using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Latency;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Reports a threshold between the buckets, where the catalogue lists buckets.</summary>
internal static class BucketCheck
{
    public static void Run(
        LatencySli sli, LatencyObjective objective, decimal threshold, string histogram, LoweringContext context)
    {
        var buckets = context.Catalogue.FindBySeries(histogram)?.Buckets ?? [];
        if (sli.IsNative || buckets.IsEmpty || buckets.Contains(threshold))
        {
            return;
        }

        var bounds = Nearest(buckets, threshold).Select(bound => Words.Duration(bound * sli.UnitSeconds)).ToArray();
        var nearest = string.Join(" and ", bounds);
        context.Diagnostics.Report(new Diagnostic(
            LoweringDiagnostics.ThresholdNotABucket,
            objective.Span,
            $"`{histogram}` has no bucket at {Words.Duration(objective.ThresholdSeconds)}; {(bounds.Length == 1 ? "the nearest is" : "the nearest are")} at {nearest}.")
        {
            Help = $"Choose {string.Join(" or ", bounds)}, or add the bucket where the metric is made.",
        });
    }

    private static IEnumerable<decimal> Nearest(ImmutableArray<decimal> buckets, decimal threshold)
    {
        foreach (var below in buckets.Where(bound => bound < threshold).TakeLast(1))
        {
            yield return below;
        }

        foreach (var above in buckets.Where(bound => bound > threshold).Take(1))
        {
            yield return above;
        }
    }
}
