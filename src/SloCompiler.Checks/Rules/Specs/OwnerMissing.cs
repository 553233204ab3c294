using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>A service of nobody.</summary>
public sealed class OwnerMissing : SpecLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO232", "owner-missing", Severity.Info,
        "A service does not say who owns it.",
        "Nobody knows whom its alerts and its budget concern.",
        "Add `owner:` with the name of a team.");

    /// <inheritdoc />
    public override string Documentation => SpecExamples.Of(
        "Raise its severity in `lint` of `slo.yaml` where every service must have an owner.",
        bad: SpecExamples.Probes("-", "name: up\nobjective: 99.9%").Replace("service: edge", "service: edge # <-", StringComparison.Ordinal),
        good: SpecExamples.Probes("owner: platform", "name: up\nobjective: 99.9%"));

    /// <inheritdoc />
    public override void Check(SpecScope scope)
    {
        if (scope.Service.Owner is null)
        {
            scope.Report(Descriptor, scope.Service.Name.Span, $"The service {scope.Service.Name.Value} has no owner.");
        }
    }
}
