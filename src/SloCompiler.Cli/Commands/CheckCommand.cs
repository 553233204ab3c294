using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using SloCompiler.Checking;
using SloCompiler.Cli.Memory;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Files;
using SloCompiler.Fixing;
using SloCompiler.Online;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo check</c>: reports what is wrong; writes nothing but the baseline, or fixed files, when asked to.</summary>
internal sealed class CheckCommand : ICliCommand
{
    private const string StandardInput = "-";
    private const long LeastRemembered = 64 * 1024;

    private readonly Argument<string[]> _paths = SharedOptions.Paths("Specs, rule files, dashboards, or folders of them; - for standard input. Without any: the files of the project, as slo.yaml finds them.");
    private readonly Option<string?> _threads = SharedOptions.Threads();
    private readonly ChoiceOption _format = new("--format", "FORMAT", "How findings are printed.", "text", RendererCatalog.Names);
    private readonly ChoiceOption _failOn = new("--fail-on", "LEVEL", "The least severity that makes the exit code 1.", "error", SharedOptions.Severities);
    private readonly ChoiceOption _minSeverity = SharedOptions.MinSeverity();
    private readonly Option<string?> _only = Text("--only", "RULE,…", "Report these rules only, by name or code. What cannot be read is reported all the same.");
    private readonly Option<string?> _rules = Text("--rules", "RULE[=LEVEL],…", "Set rules for this run, over slo.yaml: off, info, warning or error. A name alone shows advice that is hidden by default.");
    private readonly Option<string?> _since = Text("--since", "REV", "Report only on rules, groups, SLOs and alerts that changed since this git revision.");
    private readonly Option<string?> _baseline = Text("--baseline", "FILE", "Leave out the findings that this file accepts.");
    private readonly Option<bool> _updateBaseline = new("--update-baseline") { Description = "Write all findings to the file of --baseline, so that they are accepted." };
    private readonly Option<string?> _stdinFilename = Text("--stdin-filename", "FILE", "The file that standard input stands for.");
    private readonly Option<string?> _printConfig = Text("--print-config", "FILE", "Check nothing; print the settings that apply to a file, and where each comes from.");
    private readonly Option<bool> _noCache = SharedOptions.NoCache();
    private readonly Option<bool> _online = new("--online") { Description = "Hold the files against the Prometheus of slo.yaml as well. Without it, nothing touches the network." };
    private readonly ServerOptions _server = new();
    private readonly FixOptions _fixes = new();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo check", "check the project"),
        new("slo check specs/edge.slo.yaml", "report on one file; the others are read for references"),
        new("slo check rules/*.yml", "check rule files of Prometheus, or PrometheusRule objects"),
        new("slo check --min-severity info", "show advice as well"),
        new("slo check --format sarif > slo.sarif", "for code scanning"),
        new("slo check --since origin/main --fail-on warning", "in a pull request: only what it changes"),
        new("slo check --baseline slo-baseline.json --update-baseline", "accept what is there today"),
        new("slo check --diff", "show what --fix would change"),
        new("slo check --online --prometheus http://localhost:9090", "what the server has, and how the SLOs are now"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("check", "Report what is wrong with specs, rule files and dashboards; with --fix, repair what can be.")
        {
            _paths, _format, _minSeverity, _failOn, _only, _rules, _since, _baseline, _updateBaseline, _stdinFilename, _printConfig, _online,
        };
        _server.AddTo(command);
        Refuse(_only, list =>
        {
            _ = RuleNames.ReadList(list, out var problem);
            return problem;
        });
        Refuse(_rules, list =>
        {
            _ = RuleNames.ReadSettings(list, out var problem);
            return problem;
        });
        _fixes.AddTo(command);
        command.Add(_threads);
        command.Add(_noCache);
        command.Validators.Add(RefuseMisuse);
        command.SetAction(parsed => parsed.GetValue(_printConfig) is { } file ? PrintConfig(services, parsed, file) : Run(services, parsed));
        return command;
    }

    private static void Refuse(Option<string?> option, Func<string, string?> problemOf) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var list] && problemOf(list.Value) is { } problem)
        {
            result.AddError($"{option.Name}: {problem}");
        }
    });

    private void RefuseMisuse(CommandResult result)
    {
        var paths = result.GetValue(_paths) ?? [];
        if (paths.Length > 1 && paths.Contains(StandardInput))
        {
            result.AddError("- stands for standard input and goes without other paths.");
        }

        if (paths is not [StandardInput] && result.GetValue(_stdinFilename) is not null)
        {
            result.AddError("--stdin-filename goes with - for standard input.");
        }

        if (_fixes.Writes(result) && paths is [StandardInput])
        {
            result.AddError("--fix goes without standard input; --diff shows what it would change.");
        }

        if (_server.FirstGiven(result) is { } given && !result.GetValue(_online))
        {
            result.AddError($"{given} goes with --online; without it, nothing touches the network.");
        }

        if (!_fixes.AreOff(result) && result.GetValue(_online))
        {
            result.AddError("--online goes without --fix and --diff.");
        }

        if (!_fixes.AreOff(result) && result.GetValue(_updateBaseline))
        {
            result.AddError("--update-baseline goes without --fix and --diff.");
        }

        if (result.GetValue(_updateBaseline) && result.GetValue(_baseline) is null)
        {
            result.AddError("--update-baseline goes with --baseline FILE.");
        }

        if (result.GetValue(_updateBaseline) && (result.GetValue(_only) ?? result.GetValue(_since)) is not null)
        {
            result.AddError("--update-baseline accepts all findings; it goes without --only and --since.");
        }
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var input = services.Files;
        ImmutableArray<string> paths = [.. parsed.GetValue(_paths) ?? []];
        if (paths is [StandardInput])
        {
            paths = [parsed.GetValue(_stdinFilename) ?? "stdin.yml"];
            input = new InputOverlay(input, paths[0], BoundedInput.Read(services.Terminal.Input));
        }

        var request = RequestOf(services, parsed, paths);
        if (parsed.GetValue(_online))
        {
            var check = new OnlineCheck(services.Files, services.Environment, services.Clock, _server.Read(parsed));
            request = request with { Compilation = request.Compilation with { Online = check } };
        }

        using var memory = CommandMemory.Open(services, parsed, IsRepeatable(parsed), LeastRemembered);
        if (memory.Recall(request.Compilation.Threads) is { } known)
        {
            services.Terminal.Out.Write(known.Out);
            services.Terminal.Notes.Write(known.Error);
            return known.ExitCode;
        }

        CompilationResult result;
        FixResult? fixes;
        using (new ProgressLine(services, "Checking"))
        {
            fixes = _fixes.AreOff(parsed.CommandResult) ? null : _fixes.Run(input, parsed, RunOn, request);
            result = fixes?.Check ?? RunOn(ReferenceEquals(input, services.Files) ? memory.Files : input).Run(request);
        }

        if (fixes is not null)
        {
            _fixes.Report(services, parsed, fixes);
            if (_fixes.IsDiff(parsed) && !fixes.Files.IsEmpty)
            {
                return ExitCodes.Findings;
            }
        }

        var threshold = SharedOptions.SeverityOf(parsed.GetRequiredValue(_failOn));
        var format = parsed.GetRequiredValue(_format);
        var least = LeastOf(parsed, format, threshold);
        RendererCatalog.Create(format, services.Terminal, least).Write(memory.Out, result);
        if (format == "text" && result.Online is { } online)
        {
            new OnlineRenderer(services.Terminal).Write(online);
        }

        var conclusion = $"{Summaries.Findings(result, least)}.\n";
        services.Terminal.Notes.Write(conclusion);
        var exitCode = ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath, threshold);
        memory.Remember(exitCode, conclusion, () => null);
        return exitCode;

        CheckRun RunOn(IFileSystem files) => new(files, services.Processes, services.Clock);
    }

    // What comes from elsewhere than files, or changes files, is asked and done anew each time.
    private bool IsRepeatable(ParseResult parsed)
    {
        Option[] fromFiles = [_format, _failOn, _minSeverity, _only, _rules, _baseline, _threads];
        var given = parsed.CommandResult.Children.OfType<OptionResult>().Where(o => !o.Implicit).Select(o => o.Option);
        return !(parsed.GetValue(_paths) ?? []).Contains(StandardInput) && given.All(fromFiles.Contains);
    }

    private CheckRequest RequestOf(CliServices services, ParseResult parsed, ImmutableArray<string> paths) => new()
    {
        Compilation = new CompilationRequest
        {
            Paths = paths,
            WithProject = true,
            CheckRules = true,
            Generate = false,
            RuleSettings = RuleNames.ReadSettings(parsed.GetValue(_rules) ?? "", out _),
            Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)),
            InputsRead = CollectionPause.Begin,
            Progress = services.Progress,
        },
        Only = RuleNames.ReadList(parsed.GetValue(_only) ?? "", out _),
        Since = parsed.GetValue(_since),
        Baseline = parsed.GetValue(_baseline),
        UpdatesBaseline = parsed.GetValue(_updateBaseline),
    };

    // JSON is complete unless somebody asks for less. What fails the check, or was asked for by name, is always shown.
    private Severity LeastOf(ParseResult parsed, string format, Severity threshold)
    {
        var isGiven = parsed.GetResult(_minSeverity) is { Implicit: false };
        var shown = !isGiven && (format == "json" || parsed.GetValue(_only) is not null)
            ? Severity.Info
            : SharedOptions.SeverityOf(parsed.GetRequiredValue(_minSeverity));
        return threshold < shown ? threshold : shown;
    }

    private int PrintConfig(CliServices services, ParseResult parsed, string file)
    {
        var result = Compilation.Run(RequestOf(services, parsed, [file]).Compilation, services.Files, services.Clock);
        var path = result.Project.ToProjectPath(file);
        if (services.Files.GetKind(result.Project.ToAbsolute(path)) != FileKind.File)
        {
            services.Terminal.Error.Write($"slo: {file} is not a file.\n");
            return ExitCodes.Usage;
        }

        new SettingsRenderer(services.Terminal).Write(result, path);
        return ExitCodes.Clean;
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };
}
