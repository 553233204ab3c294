using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Reports;
using SloCompiler.Reports.Measuring;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo report</c>: pages to read, print and keep.</summary>
internal sealed class ReportCommand : ICliCommand
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = $"Folder to write to. Default: {ReportRequest.DefaultFolder} in the project.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _templates = new("--templates")
    {
        Description = "Folder with templates that replace built-in ones; docs/reference/report.md describes them.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _from = Time("--from", "Start of what is measured. Default: that of the window of each SLO.");
    private readonly Option<string?> _to = Time("--to", "End of what is measured. Default: now.");
    private readonly Option<bool> _online = new("--online") { Description = "Measure with the Prometheus of slo.yaml. Without it, and without --prometheus, nothing touches the network." };
    private readonly ServerOptions _server = new(description: "Address of a Prometheus to measure with, in place of that in slo.yaml.");
    private readonly Option<string?> _threads = SharedOptions.Threads();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo report", "what the objectives mean and how their alerts behave, as HTML"),
        new("slo report --prometheus http://localhost:9090", "with what was measured: attainment, budgets, burn rates"),
        new("slo report --online --from 2026-10-01 --to 2026-11-01", "of a month, by the Prometheus of slo.yaml"),
        new("slo report -o public --templates report", "with pages of your own making"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("report", "Write HTML pages on all objectives: what they mean, how their alerts behave, what the check says.") { _output, _templates, _from, _to, _online };
        _server.AddTo(command);
        command.Add(_threads);
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var request = new ReportRequest
        {
            Output = parsed.GetValue(_output),
            Templates = parsed.GetValue(_templates),
            Server = parsed.GetValue(_online) || parsed.GetValue(_server.Url) is not null ? _server.Read(parsed) : null,
            From = ReadTime(parsed.GetValue(_from)),
            To = ReadTime(parsed.GetValue(_to)),
            Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)),
        };
        ReportResult report;
        using (new ProgressLine(services, "Reporting"))
        {
            report = new ReportRun(services.Files, services.Clock, services.Environment).Run(request);
        }

        var result = report.Compilation;
        if (result.HasErrors)
        {
            new TextRenderer(services.Terminal.HasColor, Severity.Error).Write(services.Terminal.Out, result);
            services.Terminal.Notes.Write($"{Summaries.Findings(result, Severity.Error)}; {(report.Output.Changes.IsEmpty ? "nothing was written" : "only a part of the files was written")}.\n");
        }
        else
        {
            services.Terminal.Notes.Write(Summaries.Reported(result, report.Output));
        }

        return report.Measurements is { HasFailures: true } measured ? Tell(services, measured) : ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
    }

    private void Check(CommandResult result)
    {
        var isMeasured = result.GetValue(_online) || result.GetValue(_server.Url) is not null;
        var given = new[] { _from, _to }.FirstOrDefault(o => result.GetValue(o) is not null)?.Name ?? _server.FirstGiven(result);
        if (!isMeasured && given is not null)
        {
            result.AddError($"{given} needs --prometheus or --online.");
        }
        else if (ReadTime(result.GetValue(_from)) >= ReadTime(result.GetValue(_to)))
        {
            result.AddError("--from is not before --to.");
        }
    }

    // The pages are written: they say where there is no data, and why.
    private static int Tell(CliServices services, Measurements measured)
    {
        var failed = measured.Slos.Where(s => s.Value.IsFailure).OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
        services.Terminal.Error.Write($"slo: The server did not answer for {failed.Count} of {measured.Slos.Count} SLOs: {failed[0].Value.Problem}\n");
        return ExitCodes.Usage;
    }

    private static Option<string?> Time(string name, string description)
        => SharedOptions.Numeric(name, description, text => ReadTime(text) is not null, "a day such as 2026-11-01 or a time such as 2026-11-01T08:00:00Z", "TIME");

    // A time without a zone is by UTC.
    private static DateTimeOffset? ReadTime(string? text)
        => DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
