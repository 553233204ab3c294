using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo check</c>: reports what is wrong, writes nothing.</summary>
internal sealed class CheckCommand : ICliCommand
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths("Specs, rule files, or folders of them. Without any: the files of the project, as slo.yaml finds them.");
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly Option<string> _format = Choice("--format", "How findings are printed.", "text", RendererCatalog.Names);
    private readonly Option<string> _failOn = Choice("--fail-on", "The least severity that makes the exit code 1.", "error", ["error", "warning", "info"]);
    private readonly Option<string> _minSeverity = SharedOptions.MinSeverity();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo check", "check the project"),
        new("slo check specs/edge.slo.yaml", "report on one file; the others are read for references"),
        new("slo check rules/*.yml", "check rule files of Prometheus, or PrometheusRule objects"),
        new("slo check --min-severity info", "show advice as well"),
        new("slo check --format json --fail-on warning", "for programs; warnings fail as well"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("check", "Report what is wrong with specs and rule files, and write nothing.") { _paths, _format, _minSeverity, _failOn, _threads };
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var request = new CompilationRequest
        {
            Paths = [.. parsed.GetValue(_paths) ?? []],
            WithProject = true,
            CheckRules = true,
            Generate = false,
            Threads = parsed.GetValue(_threads),
        };
        CompilationResult result;
        using (new ProgressLine(services, "Checking"))
        {
            result = Compilation.Run(request, services.Files, services.Clock);
        }

        var threshold = SharedOptions.SeverityOf(parsed.GetRequiredValue(_failOn));
        var shown = SharedOptions.SeverityOf(parsed.GetRequiredValue(_minSeverity));
        var least = threshold < shown ? threshold : shown;
        RendererCatalog.Create(parsed.GetRequiredValue(_format), services.Terminal, least).Write(services.Terminal.Out, result);
        services.Terminal.Error.Write($"{Summaries.Findings(result, least)}.\n");
        return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath, threshold);
    }

    private static Option<string> Choice(string name, string description, string byDefault, string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => byDefault };
        return option.AcceptOnlyFromAmong(values);
    }
}
