using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Lowering.Drafts;

/// <summary>What every pass may look at, and where it reports.</summary>
internal sealed class LoweringContext
{
    private readonly Dictionary<(string Service, string Slo), SloSpec> _slos = [];

    public LoweringContext(SpecSet specs)
    {
        Config = specs.Config;
        Catalogue = specs.Catalogue;
        foreach (var service in specs.Services)
        {
            foreach (var slo in service.Slos)
            {
                _slos.TryAdd((service.Name.Value, slo.Name.Value), slo);
            }
        }
    }

    public ProjectConfig Config { get; }

    public MetricsCatalogue Catalogue { get; }

    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>Any SLO of the project, or null.</summary>
    public SloSpec? FindSlo(string service, string slo) => _slos.GetValueOrDefault((service, slo));

    /// <summary>Value of the label <c>severity</c> for a severity of the spec language.</summary>
    public string SeverityLabel(string name) => Config.Severities.GetValueOrDefault(name, name);
}
