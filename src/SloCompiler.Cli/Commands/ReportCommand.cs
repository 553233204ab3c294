using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Reports;
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

    private readonly Option<string?> _threads = SharedOptions.Threads();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo report", "what the objectives mean and how their alerts behave, as HTML"),
        new("slo report -o public --templates report", "with pages of your own making"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("report", "Write HTML pages on all objectives: what they mean, how their alerts behave, what the check says.") { _output, _templates, _threads };
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var request = new ReportRequest
        {
            Output = parsed.GetValue(_output),
            Templates = parsed.GetValue(_templates),
            Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)),
        };
        ReportResult report;
        using (new ProgressLine(services, "Reporting"))
        {
            report = new ReportRun(services.Files, services.Clock).Run(request);
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

        return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
    }
}
