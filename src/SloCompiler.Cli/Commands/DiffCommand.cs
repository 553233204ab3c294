using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Rendering.Diff;
using SloCompiler.Cli.Terminals;
using SloCompiler.Diffing;
using SloCompiler.Explaining;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo diff</c>: what two versions of a project mean differently. Writes nothing but its report.</summary>
internal sealed class DiffCommand : ICliCommand
{
    private readonly Argument<string[]> _sides = new("SIDES")
    {
        Description = "OLD NEW: files, folders, revisions of git, or REVISION:PATH. Or one of OLD..NEW, OLD...NEW (since they parted), and a revision that the working tree is compared with.",
        Arity = new ArgumentArity(1, 2),
    };

    private readonly ChoiceOption _format = new(
        "--format", "FORMAT", "How the result is printed; markdown is for a comment on a review.", "text", ["text", "markdown", "json"]);

    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 1 where something differs." };

    private readonly Option<string[]> _burnRates = new("--burn-rate")
    {
        Description = $"A burn rate at which times to fire are compared. Default: {string.Join(", ", DiffRequest.DefaultBurnRates.Select(HumanNumbers.Exact))}.",
        HelpName = "X",
    };

    private readonly Option<string?> _threads = SharedOptions.Threads();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo diff main", "the working tree against a branch"),
        new("slo diff origin/main...HEAD --format markdown", "a comment for a pull request"),
        new("slo diff old.slo.yaml new.slo.yaml", "two files; folders and rule files too"),
        new("slo diff v1.2:rules rules --exit-code", "a folder of a revision against one of the disk"),
        new("slo diff main --burn-rate 14.4 --burn-rate 3", "when alerts fire at these burn rates"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("diff", "Say what two versions of specs and rules mean differently: objectives, when alerts fire, history, cost.")
        {
            _sides, _format, _exitCode, _burnRates, _threads,
        };
        _sides.Validators.Add(SharedOptions.RefuseOption);
        _burnRates.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => ReadRate(t.Value) is null))
            {
                result.AddError("--burn-rate takes a number above 0.");
            }
        });
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        ImmutableArray<decimal> rates = [.. (parsed.GetValue(_burnRates) ?? []).Select(ReadRate).OfType<decimal>()];
        var request = new DiffRequest
        {
            Sides = [.. parsed.GetValue(_sides) ?? []],
            BurnRates = rates.IsEmpty ? DiffRequest.DefaultBurnRates : rates,
            Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)),
            Progress = services.Progress,
        };
        DiffResult result;
        using (new ProgressLine(services, "Comparing"))
        {
            result = new DiffRun(services.Files, services.Processes, services.Clock).Run(request);
        }

        if (result.Diff is not { } diff)
        {
            return Refuse(services.Terminal, result);
        }

        Write(services.Terminal, diff, parsed.GetRequiredValue(_format));
        return !diff.IsEmpty && parsed.GetValue(_exitCode) ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static void Write(ITerminal terminal, ProjectDiff diff, string format)
    {
        switch (format)
        {
            case "json":
                DiffJson.Write(terminal.Out, diff);
                break;
            case "markdown":
                DiffMarkdown.Write(terminal.Out, DiffReport.Of(diff));
                break;
            default:
                DiffText.Write(terminal.Out, DiffReport.Of(diff), new Ansi(terminal.HasColor));
                break;
        }
    }

    // A part of the difference would be taken for all of it.
    private static int Refuse(ITerminal terminal, DiffResult result)
    {
        foreach (var side in new[] { result.Old, result.New }.OfType<CompilationResult>())
        {
            new TextRenderer(terminal.HasErrorColor, Severity.Error).Write(terminal.Error, side);
        }

        terminal.Error.Write($"slo: {DisplayText.Sentence(result.Problem ?? "")}.\n");
        return ExitCodes.Usage;
    }

    private static decimal? ReadRate(string text)
        => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 1_000_000 ? rate : null;
}
