using SloCompiler.Language.Model;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Labels;

/// <summary>A label with the name of an external label.</summary>
public sealed class ExternalLabelCollision : Check
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO600", "external-label-collision", Severity.Error,
        "A label of a spec has the name of an external label of Prometheus.",
        "Prometheus adds external labels only where the name is free, so these alerts and series lose theirs and mix with those of other servers.",
        "Rename the label, or remove it if the external label already says the same.");

    /// <inheritdoc />
    public override CheckExample Bad => Example("cluster");

    /// <inheritdoc />
    public override CheckExample Good => Example("system");

    /// <inheritdoc />
    public override void Run(CheckContext context)
    {
        var external = context.Specs.Config.ExternalLabels.ToDictionary(l => l.Name, StringComparer.Ordinal);
        foreach (var (name, span) in context.Specs.Services.SelectMany(LabelsOf))
        {
            if (external.TryGetValue(name, out var other))
            {
                context.Diagnostics.Report(new Diagnostic(Descriptor, span, $"The label \"{name}\" is an external label of this project.")
                {
                    Related = [new RelatedLocation(other.Span, "The external label is set here.")],
                });
            }
        }
    }

    private static IEnumerable<(string Name, SourceSpan Span)> LabelsOf(ServiceSpec service)
    {
        var blocks = service.Slos.SelectMany(s => new[] { s.Alerting.Page, s.Alerting.Ticket, s.Alerting.NoData }).OfType<SeverityBlock>();
        var pairs = service.Labels
            .Concat(service.Slos.SelectMany(s => s.Labels))
            .Concat(blocks.SelectMany(b => b.Labels))
            .Concat(service.Alerts.SelectMany(a => a.Labels));
        return pairs.Select(p => (p.Name, p.Span)).Concat(service.Slos.SelectMany(s => s.By).Select(b => (b.Value, b.Span)));
    }

    private static CheckExample Example(string label) => new(
        $$"""
        version: slo/v1
        service: edge
        labels: { {{label}}: journal }
        slos:
          - name: availability
            objective: 99.9%
            sli:
              probe:
                gauge: up{job="edge"}
            alerts:
              page: { runbook: https://runbooks.example.org/edge }
              ticket: off

        """,
        new ExampleFile("slo.yaml", "version: slo/v1\nspecs: [\"*.slo.yaml\"]\nexternal_labels: { cluster: eu-1 }\n"));
}
