using System.Text;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Checks.Settings;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A dashboard that does not fit.</summary>
public sealed class DashboardTooLarge : DashboardLint
{
    private const decimal UsualMax = 900;
    private const int Kilobyte = 1000;

    private static readonly Field<decimal> Max = new("max", NumberType.Any, "The largest size in kB.") { Default = "900", Example = "500" };

    private static readonly OptionsType<Limit> Limits = new(
        "dashboard-too-large", "How large a dashboard may be.", [Max], f => new Limit(f.GetValue(Max) ?? UsualMax));

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO735", "dashboard-too-large", Severity.Warning,
        "A dashboard is larger than 900 kB, or than the settings allow.",
        "A ConfigMap holds 1 MiB, and Grafana becomes slow before that.",
        "Split it, or take out what repeats.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "The size is that of the file in UTF-8.",
        bad: DashboardExamples.Sized("0.01"),
        good: DashboardExamples.Sized("500"));

    internal override OptionsType? Options => Limits;

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        var size = Encoding.UTF8.GetByteCount(scope.Dashboard.Source.Content);
        if (size > (scope.OptionsOf<Limit>(this)?.Max ?? UsualMax) * Kilobyte)
        {
            scope.Report(Descriptor, scope.Dashboard.Place, $"The dashboard has {size / Kilobyte} kB.");
        }
    }

    private sealed record Limit(decimal Max);
}
