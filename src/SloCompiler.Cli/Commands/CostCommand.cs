using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.BackEnds;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Costing;
using SloCompiler.PromQL;
using SloCompiler.Text;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo cost</c>: what the rules cost the server that evaluates them.</summary>
internal sealed class CostCommand : ICliCommand
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _series = SharedOptions.WholeNumber(
        "--series", "Scraped series behind a selector, where the catalogue does not list the values of all labels. Default: 1.");

    private readonly Option<string?> _instances = SharedOptions.WholeNumber("--instances", "Instances that expose each metric. Default: 1.");
    private readonly Option<string?> _interval = SharedOptions.Numeric(
        "--interval", "Evaluation interval of groups that name none. Default: 1m.", text => ReadInterval(text) is not null, "a duration such as 30s", "DURATION");

    private readonly Option<string[]> _targets = new("--target")
    {
        Description = $"A target to tell of: {string.Join(", ", BackEndCatalog.Rulers.Select(b => b.Name))}. Default: as slo.yaml says, else prometheus.",
        HelpName = "TARGET",
    };

    private readonly ChoiceOption _format = new("--format", "FORMAT", "How the result is printed.", "text", ["text", "json"]);

    private readonly Option<string?> _threads = SharedOptions.Threads();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo cost", "the cost of the project's rules"),
        new("slo cost --series 50 --interval 30s", "where a selector matches 50 series and rules run every 30 s"),
        new("slo cost --target mimir --format json", "for programs, with the groups for Mimir"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("cost", "Count rules, series and samples that rules read, before and after staging, and against other tools.")
        {
            _paths, _targets, _series, _instances, _interval, _format, _threads,
        };
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var request = new CompilationRequest
        {
            Paths = [.. parsed.GetValue(_paths) ?? []],
            Targets = [.. parsed.GetValue(_targets) ?? []],
            Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)),
            Generate = false,
            Progress = services.Progress,
        };
        using var line = new ProgressLine(services, "Counting");
        var result = Compilation.Run(request, services.Files, services.Clock);
        if (result.HasErrors || result is not { Plan: { } plan, Specs: { } specs })
        {
            line.Dispose();
            new TextRenderer(services.Terminal.HasColor).Write(services.Terminal.Out, result);
            return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
        }

        var targets = request.Targets.IsEmpty ? [.. specs.Config.Targets.Select(t => t.Value)] : request.Targets;
        services.Progress.Begin("counting samples");
        var report = CostReport.Of(plan, specs, targets, Assumptions(parsed), new Workers(request.Threads) { Observer = services.Progress });
        services.Progress.End();
        line.Dispose();
        if (parsed.GetRequiredValue(_format) == "json")
        {
            CostJson.Write(services.Terminal.Out, report);
        }
        else
        {
            new CostRenderer(services.Terminal).Write(report);
        }

        return ExitCodes.Clean;
    }

    private CostAssumptions Assumptions(ParseResult parsed)
    {
        var defaults = new CostAssumptions();
        return new CostAssumptions
        {
            Series = SharedOptions.ReadNumber(parsed.GetValue(_series)) ?? defaults.Series,
            Instances = SharedOptions.ReadNumber(parsed.GetValue(_instances)) ?? defaults.Instances,
            Interval = ReadInterval(parsed.GetValue(_interval)) ?? defaults.Interval,
        };
    }

    private static PrometheusDuration? ReadInterval(string? text)
        => text is not null && PrometheusDuration.TryParse(text, out var interval) && interval.Milliseconds > 0 ? interval : null;
}
