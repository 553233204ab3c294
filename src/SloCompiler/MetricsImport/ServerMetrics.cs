using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Prometheus;
using SloCompiler.Prometheus.Answers;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.MetricsImport;

/// <summary>Asks a Prometheus what its targets expose.</summary>
/// <param name="api">The server.</param>
/// <param name="now">The time; what was seen in the day before counts.</param>
internal sealed class ServerMetrics(IPrometheusApi api, DateTimeOffset now)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(1);

    /// <summary>The families that the server has metadata on.</summary>
    public async Task<ApiOutcome<List<ExposedFamily>>> ReadAsync()
    {
        var outcome = await api.MetadataAsync().ConfigureAwait(false);
        if (outcome.Value is not { } metadata)
        {
            return new ApiOutcome<List<ExposedFamily>>(null, outcome.Failure);
        }

        var families = new List<ExposedFamily>();
        var asked = metadata.Metrics.Select(m => ReadAsync(m.Key, m.Value)).ToArray();
        foreach (var result in await Task.WhenAll(asked).ConfigureAwait(false))
        {
            if (result.Value is not { } family)
            {
                return new ApiOutcome<List<ExposedFamily>>(null, result.Failure);
            }

            families.Add(family);
        }

        return ApiOutcome.Of(families);
    }

    private async Task<ApiOutcome<ExposedFamily>> ReadAsync(string name, ImmutableArray<MetricMetadata> said)
    {
        var family = new ExposedFamily(name)
        {
            Type = said.Select(m => m.Type).Distinct().ToArray() is [var type] ? type : null,
            Help = said.Select(m => m.Help).FirstOrDefault(h => h.Length > 0),
            Unit = said.Select(m => m.Unit).FirstOrDefault(u => u.Length > 0),
        };
        foreach (var sample in SamplesOf(family))
        {
            var selector = PromQlPrinter.Print(new VectorSelector(sample, []));
            var labels = await api.LabelNamesAsync(selector, now - LookBack).ConfigureAwait(false);
            if (labels.Value is null)
            {
                return new ApiOutcome<ExposedFamily>(null, labels.Failure);
            }

            if (labels.Value.Names.IsEmpty)
            {
                continue;
            }

            family.Samples.Add(sample);
            family.Labels.UnionWith(labels.Value.Names.Where(n => n is not SeriesLabels.NameLabel && !(n is "le" && sample.EndsWith("_bucket", StringComparison.Ordinal)) && !(n is "quantile" && family.Type == "summary")));
            if (sample.EndsWith("_bucket", StringComparison.Ordinal) && await BoundsAsync(selector, family).ConfigureAwait(false) is { } failure)
            {
                return ApiOutcome.Failed<ExposedFamily>(failure);
            }
        }

        if (family.Type == "histogram" && family.Samples.Contains(name) && !family.Samples.Contains(name + "_bucket"))
        {
            family.IsNative = true;
        }

        return ApiOutcome.Of(family);
    }

    private async Task<ApiFailure?> BoundsAsync(string selector, ExposedFamily family)
    {
        var bounds = await api.LabelValuesAsync("le", selector, now - LookBack).ConfigureAwait(false);
        foreach (var text in bounds.Value?.Names ?? [])
        {
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
            {
                family.Bounds.Add(bound);
            }
        }

        return bounds.Failure;
    }

    private static string[] SamplesOf(ExposedFamily family) => family.Type switch
    {
        "histogram" => [family.Name + "_bucket", family.Name],
        "counter" when !family.Name.EndsWith("_total", StringComparison.Ordinal) => [family.Name, family.Name + "_total"],
        "info" when !family.Name.EndsWith("_info", StringComparison.Ordinal) => [family.Name, family.Name + "_info"],
        null or "unknown" => [],
        _ => [family.Name],
    };
}
