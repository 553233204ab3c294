using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.BackEnds;
using SloCompiler.Cli.Memory;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Cli.Watching;
using SloCompiler.Incremental;
using SloCompiler.Output;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo compile</c>: writes the output, or says whether it is stale.</summary>
internal sealed class CompileCommand : ICliCommand
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _threads = SharedOptions.Threads();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Output folder. Default: output: of slo.yaml, else generated.",
        HelpName = "DIR",
    };

    private readonly Option<string[]> _targets = new("--target")
    {
        Description = $"A target to generate: {string.Join(", ", BackEndCatalog.All.Select(b => b.Name))}. Default: as slo.yaml says, else {string.Join(", ", BackEndCatalog.Default.Select(b => b.Name))}.",
        HelpName = "TARGET",
    };

    private readonly Option<string?> _shards = SharedOptions.WholeNumber(
        "--shards", "Number of folders that the rules of services are dealt to, by a stable hash. Default: shards: of slo.yaml, else 1.");

    private readonly Option<bool> _noCache = SharedOptions.NoCache();
    private readonly ChoiceOption _minSeverity = SharedOptions.MinSeverity();
    private readonly Option<bool> _check = new("--check")
    {
        Description = "Write nothing; exit 1 and show the difference if the output is not what the specs give.",
    };

    private readonly Option<bool> _watch = new("--watch", "-w")
    {
        Description = "Stay, and compile again whenever something changes that was read; Ctrl+C ends.",
    };

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo compile", "compile the project"),
        new("slo compile specs/edge.slo.yaml -o out", "compile one spec into a folder"),
        new("slo compile --target prometheus", "write the rules only"),
        new("slo compile --target mimir --shards 4 -o mimir", "rules for Mimir, dealt to four folders"),
        new("slo compile --watch", "while you edit specs"),
        new("slo compile --check", "in CI: fail if generated files are stale"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("compile", "Compile specs to rules, alerts, tests and dashboards.") { _paths, _output, _targets, _shards, _check, _watch, _minSeverity, _threads, _noCache };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_watch) && result.GetValue(_check))
            {
                result.AddError("--watch goes without --check.");
            }
        });
        command.SetAction(parsed => parsed.GetValue(_watch) ? Watch(services, parsed) : Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var start = services.Clock.GetTimestamp();
        var request = RequestOf(services, parsed);
        var isCheck = parsed.GetValue(_check);
        using var memory = CommandMemory.Open(services, parsed, isWanted: !parsed.GetValue(_noCache));
        if (memory.Recall(request.Threads) is { } known)
        {
            return Repeat(services, known, isCheck, start);
        }

        CompilationResult result;
        OutputReport report;
        using (new ProgressLine(services, "Compiling"))
        {
            result = Compilation.Run(request, memory.Files, services.Clock);
            services.Progress.Begin(isCheck ? "comparing files" : "writing files");
            report = isCheck
                ? OutputChecker.Check(result, services.Files, request.Threads, memory.IsOpen)
                : OutputWriter.Write(result, services.Files, request.Threads, memory.IsOpen);
            services.Progress.End();
            result = result with { Summary = result.Summary with { Elapsed = services.Clock.GetElapsedTime(start) } };
        }

        var exitCode = Print(services, memory.Out, parsed, result, report);
        if (report.Diagnostics.IsEmpty && (!isCheck || report.Changes.IsEmpty))
        {
            var again = report with { Changes = [], Unchanged = result.Files.Length };
            memory.Remember(exitCode, Conclusion(result, again, isCheck, LeastOf(parsed)), () => RememberedOutput.Of(result, report));
        }

        return exitCode;
    }

    // Collections go on: what a compilation leaves behind is not needed for the next one.
    private int Watch(CliServices services, ParseResult parsed)
    {
        using var interruption = new Interruption();
        return new CompileWatch(services, RequestOf(services, parsed) with { InputsRead = null, Progress = null }, LeastOf(parsed)).RunAsync(interruption.Token).GetAwaiter().GetResult();
    }

    private CompilationRequest RequestOf(CliServices services, ParseResult parsed) => new()
    {
        Paths = [.. parsed.GetValue(_paths) ?? []],
        Output = parsed.GetValue(_output),
        Targets = [.. parsed.GetValue(_targets) ?? []],
        Shards = SharedOptions.ReadNumber(parsed.GetValue(_shards)),
        Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)),
        InputsRead = CollectionPause.Begin,
        Progress = services.Progress,
    };

    private Severity LeastOf(ParseResult parsed) => SharedOptions.SeverityOf(parsed.GetRequiredValue(_minSeverity));

    private int Print(CliServices services, TextWriter output, ParseResult parsed, CompilationResult compiled, OutputReport report)
    {
        var (isCheck, least) = (parsed.GetValue(_check), LeastOf(parsed));
        var result = compiled with { Diagnostics = compiled.Diagnostics.AddRange(report.Diagnostics) };
        new TextRenderer(services.Terminal.HasColor, least).Write(output, result);
        if (isCheck && !result.HasErrors && !report.Changes.IsEmpty && result.Target is { } target)
        {
            output.Write(OutputChecker.Describe(report.Changes, target, services.Files));
            return ExitCodes.Findings;
        }

        services.Terminal.Notes.Write(Conclusion(result, report, isCheck, least) + (result.HasErrors ? "" : Summaries.Took(result.Summary.Elapsed)));
        return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
    }

    private static string Conclusion(CompilationResult result, OutputReport report, bool isCheck, Severity least)
    {
        var written = isCheck || report.Changes.IsEmpty ? "nothing was written" : "only a part of the files was written";
        return result.HasErrors ? $"{Summaries.Findings(result, least)}; {written}.\n" : Summaries.Compiled(result, report, isCheck);
    }

    // The output is there, so that only the time differs from a run that found it so.
    private static int Repeat(CliServices services, RememberedRun known, bool isCheck, long start)
    {
        services.Terminal.Out.Write(known.Out);
        services.Terminal.Notes.Write(known.Error);
        if (known.Output is { } output)
        {
            services.Terminal.Notes.Write(Summaries.Took(services.Clock.GetElapsedTime(start)));
            if (!isCheck)
            {
                output.Sweep(services.Files);
            }
        }

        return known.ExitCode;
    }
}
