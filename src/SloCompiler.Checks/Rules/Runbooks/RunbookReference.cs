using SloCompiler.Language.Model;

namespace SloCompiler.Checks.Rules.Runbooks;

/// <summary>A runbook as a spec names it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Slo">The SLO; empty for threshold alerts and panels.</param>
/// <param name="Runbook">The name as written.</param>
/// <param name="Purpose">What it is for: <c>page</c>, <c>ticket</c>, <c>no_data</c>, <c>alert NAME</c>, <c>panel TITLE</c>.</param>
/// <param name="IsPage">Whether somebody is woken with it.</param>
public sealed record RunbookReference(string Service, string Slo, Located<string> Runbook, string Purpose, bool IsPage)
{
    private const string PageSeverity = "page";

    /// <summary>The name without its anchor.</summary>
    public string Name => Runbook.Value.Split('#')[0];

    /// <summary>The anchor without its <c>#</c>; null where none is written.</summary>
    public string? Anchor => Runbook.Value.Split('#') is [_, { Length: > 0 } anchor, ..] ? anchor : null;

    /// <summary>Whether it is a whole URL, which names no file of ours.</summary>
    public bool IsUrl => Runbook.Value.Contains("://", StringComparison.Ordinal);

    /// <summary>The file of the runbook by a pattern with <c>{service}</c>, <c>{slo}</c>, <c>{runbook}</c>.</summary>
    public string PathBy(string pattern) => pattern
        .Replace("{service}", Service, StringComparison.Ordinal)
        .Replace("{slo}", Slo, StringComparison.Ordinal)
        .Replace("{runbook}", Name, StringComparison.Ordinal);

    /// <summary>The runbooks of a project that should be files, in spec order.</summary>
    public static IEnumerable<RunbookReference> AllOf(SpecSet specs) => specs.Services.SelectMany(OfService).Where(r => !r.IsUrl);

    private static IEnumerable<RunbookReference> OfService(ServiceSpec service)
    {
        var name = service.Name.Value;
        foreach (var slo in service.Slos)
        {
            foreach (var (purpose, block, isPage) in Blocks(slo.Alerting))
            {
                if (block?.Runbook is { } runbook)
                {
                    yield return new RunbookReference(name, slo.Name.Value, runbook, purpose, isPage);
                }
            }
        }

        foreach (var alert in service.Alerts)
        {
            if (alert.Runbook is { } runbook)
            {
                yield return new RunbookReference(name, "", runbook, $"alert {alert.Name.Value}", alert.Severity.Value == PageSeverity);
            }
        }

        foreach (var panel in service.DashboardRows.SelectMany(r => r.Panels))
        {
            if (panel.Runbook is { } runbook)
            {
                yield return new RunbookReference(name, "", runbook, $"panel {panel.Title}", false);
            }
        }
    }

    private static IEnumerable<(string Purpose, SeverityBlock? Block, bool IsPage)> Blocks(Alerting alerting) =>
    [
        ("page", alerting.Page, true),
        ("ticket", alerting.Ticket, false),
        ("no_data", alerting.NoData, alerting.NoData?.RaisedAs == PageSeverity),
    ];
}
