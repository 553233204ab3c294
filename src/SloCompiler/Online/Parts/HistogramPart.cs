using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Checks.Online;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online.Parts;

/// <summary>Looks for the histograms of latency indicators, and for the buckets at their thresholds.</summary>
internal sealed class HistogramPart(OnlineContext context)
{
    private readonly ServerSeries _series = new(context);

    /// <summary>Looks at every latency indicator.</summary>
    public Task RunAsync() => Task.WhenAll((context.Input.Plan?.Services ?? [])
        .SelectMany(s => s.Slos)
        .Where(s => context.Input.IsWanted(s.Origin.Source.Path))
        .Select(slo => slo.Signal is HistogramSignal signal ? CheckAsync(slo, signal) : Task.CompletedTask));

    private async Task CheckAsync(SloPlan slo, HistogramSignal signal)
    {
        var place = PlaceOf(signal) ?? slo.Origin;
        var name = signal.Histogram.MetricName ?? "";
        var classic = signal.Histogram with { MetricName = name + "_bucket" };
        if (signal.IsNative)
        {
            await CheckNativeAsync(name, signal, classic, place).ConfigureAwait(false);
            return;
        }

        if (await _series.ValuesOfAsync("le", classic).ConfigureAwait(false) is not { } bounds)
        {
            return;
        }

        if (!bounds.IsEmpty)
        {
            CheckBounds(name, signal.Threshold, bounds, place);
        }
        else if (await _series.ExistedAsync(signal.Histogram).ConfigureAwait(false) == true)
        {
            Report(OnlineDiagnostics.HistogramKindDiffers, place, $"The server has no buckets of {name}, but series {name}: there, the histogram is native.");
        }
        else if (await _series.ExistedAsync(new VectorSelector(name + "_bucket", [])).ConfigureAwait(false) == true)
        {
            Report(OnlineDiagnostics.MatcherFindsNothing, place, $"The server has buckets of {name}, but none that the matchers of {PromQlPrinter.Print(ServerSeries.Plain(signal.Histogram))} want.");
        }
        else
        {
            ReportMissing(name, "_bucket", place);
        }
    }

    private async Task CheckNativeAsync(string name, HistogramSignal signal, VectorSelector classic, SourceSpan place)
    {
        if (await _series.ExistedAsync(signal.Histogram).ConfigureAwait(false) != false)
        {
            return;
        }

        if (await _series.ExistedAsync(classic).ConfigureAwait(false) == true)
        {
            Report(OnlineDiagnostics.HistogramKindDiffers, place, $"The server has {name}_bucket and no series {name}: there, the histogram is classic.");
        }
        else
        {
            ReportMissing(name, "", place);
        }
    }

    private void CheckBounds(string name, decimal threshold, ImmutableArray<string> bounds, SourceSpan place)
    {
        var known = bounds.Select(Number).OfType<decimal>().Order().ToArray();
        if (known.Contains(threshold))
        {
            return;
        }

        var shown = string.Join(", ", known.Select(b => b.ToString("0.############", CultureInfo.InvariantCulture)));
        Report(
            OnlineDiagnostics.BucketNotOnServer,
            place,
            $"{name} has no bucket that ends at {threshold.ToString("0.############", CultureInfo.InvariantCulture)}; the server has {(shown.Length > 0 ? shown : "only +Inf")}.");
    }

    private static decimal? Number(string bound)
        => decimal.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReportMissing(string name, string suffix, SourceSpan place)
    {
        var hint = Suggestions.Nearest(name + suffix, context.Facts.MetricNames) is { } near ? $" Did you mean {(suffix.Length > 0 && near.EndsWith(suffix, StringComparison.Ordinal) ? near[..^suffix.Length] : near)}?" : "";
        Report(OnlineDiagnostics.MetricNotOnServer, place, $"The server has no histogram {name}.{hint}");
    }

    // The expression in the spec, which the plan holds as it was read.
    private SourceSpan? PlaceOf(HistogramSignal signal)
        => context.Uses.FirstOrDefault(u => ReferenceEquals(u.Expr, signal.Histogram)) is { } use ? use.Map(use.Expr) : null;

    private void Report(DiagnosticDescriptor descriptor, SourceSpan place, string message) => context.Report(new Diagnostic(descriptor, place, message));
}
