using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Costing;

namespace SloCompiler.Cli.Rendering;

/// <summary>A cost report for people: a table of services, one of targets, and what was assumed.</summary>
internal sealed class CostRenderer(ITerminal terminal)
{
    private static readonly ImmutableArray<string> OfServices =
        ["service", "SLOs", "rules", "series", "samples", "samples/s", "unstaged/s", "sloth/s", "pyrra/s"];

    private static readonly ImmutableArray<string> OfTargets = ["target", "groups", "rules", "largest group", "samples/s"];

    /// <summary>Writes the report.</summary>
    public void Write(CostReport report)
    {
        var services = new DataTable(OfServices, isRight: true);
        foreach (var service in report.Services)
        {
            services.Add(Cells(service.Service, service));
        }

        services.Add(Cells("total", report.Total));
        var targets = new DataTable(OfTargets, isRight: true);
        foreach (var target in report.Total.Targets)
        {
            targets.Add(target.Target, Number(target.Groups), Number(target.Rules), Number(target.LargestGroup), Number(target.SamplesPerSecond));
        }

        services.Write(terminal);
        targets.Write(terminal);
        WriteText($"samples: read by one evaluation of every rule; /s: per second, at the interval of each group (others: {report.Assumptions.Interval}).\n"
            + "unstaged: long windows read scraped series; sloth, pyrra: their rules for the same SLOs, as far as they can express them"
            + $" ({Number(report.Total.Sloth.Slos)} and {Number(report.Total.Pyrra.Slos)} of {Number(report.Total.Slos)}).\n"
            + $"scraped series: {Number(report.KnownSelectors)} selectors as the catalogue lists their labels, {Number(report.AssumedSelectors)} taken as"
            + $" {report.Assumptions.Series} each (--series), on {report.Assumptions.Instances} instance{(report.Assumptions.Instances == 1 ? "" : "s")} (--instances).\n");
    }

    private static string[] Cells(string name, ServiceCost cost) =>
    [
        name,
        Number(cost.Slos),
        Number(cost.Rules),
        Number(cost.Series),
        Number(cost.Samples),
        Number(cost.SamplesPerSecond),
        Number(cost.UnstagedPerSecond),
        Peer(cost.Sloth),
        Peer(cost.Pyrra),
    ];

    private static string Peer(PeerCost cost) => cost.Slos == 0 ? "–" : Number(cost.SamplesPerSecond);

    private static string Number(decimal number) => number.ToString(number is > 0 and < 100 ? "#,0.#" : "#,0", CultureInfo.InvariantCulture);

    private void WriteText(string text)
    {
        foreach (var line in TextWrap.Wrap(text.TrimEnd('\n'), terminal.Width))
        {
            terminal.Out.Write($"{line}\n");
        }
    }
}
