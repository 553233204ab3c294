using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>An identity that Grafana refuses.</summary>
public sealed class InvalidDashboardUid : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO724", "invalid-dashboard-uid", Severity.Error,
        "The uid of a dashboard is too long or holds characters that Grafana does not take.",
        "Grafana refuses the dashboard.",
        "Use at most 40 letters, digits, dashes and underscores.");

    private const int MaxLength = 40;

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "A dashboard without a uid is not reported: Grafana makes one up.",
        bad: "{ \"uid\": \"edge dashboard\", \"title\": \"Edge\", \"panels\": [] }\n",
        good: "{ \"uid\": \"edge-dashboard\", \"title\": \"Edge\", \"panels\": [] }\n");

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        if (scope.Dashboard.Uid is not { } uid)
        {
            return;
        }

        if (uid.Value.Length > MaxLength)
        {
            scope.Report(Descriptor, uid.Span, $"The uid has {uid.Value.Length} characters; Grafana takes {MaxLength}.");
        }
        else if (uid.Value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            scope.Report(Descriptor, uid.Span, $"The uid \"{uid.Value}\" holds more than letters, digits, dashes and underscores.");
        }
    }
}
