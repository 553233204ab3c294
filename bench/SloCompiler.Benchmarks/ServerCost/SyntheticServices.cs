using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SloCompiler.Core;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>Services with SLOs over counters: their specs, and the counters.</summary>
/// <param name="Services">How many services.</param>
/// <param name="Slos">SLOs of each.</param>
/// <param name="SeriesOfSlo">Series that the total of an SLO selects; half of them count errors.</param>
internal sealed record SyntheticServices(int Services, int Slos, int SeriesOfSlo)
{
    private const int RequestsPerSecond = 10;
    private const double ErrorShare = 0.0002;

    /// <summary>Distance of two scrapes.</summary>
    public static TimeSpan Scrape { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The rule files of a profile.</summary>
    public ImmutableArray<SloText> RulesOf(string profile)
    {
        var settings = new SloText(
            "slo.yaml",
            $"profile: {profile}\nscrape_interval: 1m\nrunbooks:\n  url: https://runbooks.example.org/{{service}}/{{runbook}}\n");
        var result = SloProject.OfTexts([settings, .. Enumerable.Range(0, Services).Select(Spec)]).Compile(new SloOptions { Targets = ["prometheus"] });
        return result.HasErrors
            ? throw new InvalidOperationException(string.Join('\n', result.Findings))
            : [.. result.Files.Where(f => f.Path.EndsWith(".rules.yml", StringComparison.Ordinal))];
    }

    /// <summary>The counters.</summary>
    /// <param name="past">How long they have existed.</param>
    public IEnumerable<Series> Counters(TimeSpan past)
        => from service in Enumerable.Range(0, Services)
           from slo in Enumerable.Range(0, Slos)
           from pod in Enumerable.Range(0, SeriesOfSlo / 2)
           from code in (string[])["200", "500"]
           select Series.Of(
               "http_requests_total",
               [new("service", Name(service)), new("route", Route(slo)), new("pod", Number(pod)), new("code", code)],
               Scrape,
               past,
               code == "500" ? RequestsPerSecond * ErrorShare : RequestsPerSecond);

    private SloText Spec(int service)
    {
        var text = new StringBuilder($"version: slo/v1\nservice: {Name(service)}\nslos:\n");
        for (var slo = 0; slo < Slos; slo++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  - name: {{Route(slo)}}
                    objective: 99.9%
                    window: 30d
                    sli:
                      events:
                        bad: http_requests_total{service="{{Name(service)}}",route="{{Route(slo)}}",code=~"5.."}
                        total: http_requests_total{service="{{Name(service)}}",route="{{Route(slo)}}"}
                    alerts:
                      page: { runbook: errors }
                      ticket: { runbook: errors }

                """);
        }

        return new SloText($"slo-specs/{Name(service)}.slo.yaml", text.ToString());
    }

    private static string Name(int service) => "service-" + Number(service);

    private static string Route(int slo) => "route-" + Number(slo);

    private static string Number(int number) => number.ToString("D3", CultureInfo.InvariantCulture);
}
