using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Formatting;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo fmt</c>: formats files in place or standard input, or says what it would change.</summary>
internal sealed class FmtCommand : ICliCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths = new("PATHS")
    {
        Description = "Files, or folders of YAML files; - for standard input. Without any: the specs, settings, catalogues and rule files of the project.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Write nothing; list the files that would change, and exit 1 if there are any.",
    };

    private readonly Option<bool> _diff = new("--diff")
    {
        Description = "Write nothing; show what would change, and exit 1 if anything would.",
    };

    private readonly Option<bool> _promQl = new("--promql") { Description = "Standard input is one expression." };
    private readonly Option<string?> _stdinFilename = new("--stdin-filename")
    {
        Description = "The file that standard input stands for, for messages and to know what it is.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _threads = SharedOptions.Threads();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo fmt", "format the project"),
        new("slo fmt rules/node.yml", "format one file"),
        new("slo fmt --check", "in CI: fail if a file is not formatted"),
        new("slo fmt --diff rules", "show what would change"),
        new("slo fmt --promql - < query.promql", "format an expression"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        _paths.Validators.Add(SharedOptions.RefuseOption);
        var command = new Command("fmt", "Format rule files, specs, settings and catalogues; comments stay.")
        {
            _paths, _promQl, _stdinFilename, _check, _diff, _threads,
        };
        command.Validators.Add(RefuseMisuse);
        command.SetAction(parsed => (parsed.GetValue(_paths) ?? []) is [StandardInput] ? RunOnInput(services, parsed) : Run(services, parsed));
        return command;
    }

    private void RefuseMisuse(CommandResult result)
    {
        var paths = result.GetValue(_paths) ?? [];
        if (paths.Length > 1 && paths.Contains(StandardInput))
        {
            result.AddError("- stands for standard input and goes without other paths.");
        }

        if (paths is not [StandardInput] && (result.GetValue(_promQl) || result.GetValue(_stdinFilename) is not null))
        {
            result.AddError("--promql and --stdin-filename go with - for standard input.");
        }
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var request = new FormatRequest { Paths = [.. parsed.GetValue(_paths) ?? []], Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)), Progress = services.Progress };
        var isDiff = parsed.GetValue(_diff);
        var isDry = isDiff || parsed.GetValue(_check);
        var problems = new DiagnosticBag();
        FormatResult result;
        ImmutableArray<FormatFile> changed;
        using (new ProgressLine(services, "Formatting"))
        {
            result = FormatRunner.Run(request, services.Files);
            changed = isDry ? [.. result.Changed] : FormatWriter.Write(result, services.Files, problems);
        }

        var output = services.Terminal.Out;
        var listing = isDry ? output : services.Terminal.Report;
        var complete = result with { Diagnostics = result.Diagnostics.AddRange(problems.ToImmutable()) };
        var report = new FormatReport(services.Terminal.HasColor);
        report.WriteFindings(output, complete);
        foreach (var file in changed)
        {
            if (isDiff)
            {
                report.WriteDiff(output, result.Project.ToDisplay(file.Path), file);
            }
            else
            {
                listing.Write($"{DisplayText.OneLine(result.Project.ToDisplay(file.Path))}\n");
            }
        }

        services.Terminal.Notes.Write(FormatReport.Summary(complete, changed.Length, isDry));
        return ExitCode(complete, isDry && !changed.IsEmpty);
    }

    private int RunOnInput(CliServices services, ParseResult parsed)
    {
        var result = InputFormatter.Run(services.Terminal.Input, parsed.GetValue(_stdinFilename), parsed.GetValue(_promQl), services.Files);
        new FormatReport(services.Terminal.HasErrorColor).WriteFindings(services.Terminal.Error, result);
        var report = new FormatReport(services.Terminal.HasColor);
        var isDiff = parsed.GetValue(_diff);
        var isDry = isDiff || parsed.GetValue(_check);
        foreach (var file in result.Files)
        {
            if (isDiff)
            {
                report.WriteDiff(services.Terminal.Out, result.Project.ToDisplay(file.Path), file);
            }
            else if (!isDry)
            {
                services.Terminal.Out.Write(file.NewText);
            }
        }

        return ExitCode(result, isDry && result.Changed.Any());
    }

    private static int ExitCode(FormatResult result, bool wouldChange)
    {
        var code = ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
        return code == ExitCodes.Clean && wouldChange ? ExitCodes.Findings : code;
    }
}
