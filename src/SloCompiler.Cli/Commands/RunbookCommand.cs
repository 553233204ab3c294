using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using SloCompiler.Cli.Rendering;
using SloCompiler.Runbooks;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo runbook</c>: writes skeletons, keeps the generated block, checks both.</summary>
internal sealed class RunbookCommand : ICliCommand
{
    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo runbook new", "write a skeleton for every runbook that is missing"),
        new("slo runbook sync", "refresh the links in all runbooks"),
        new("slo runbook check", "in CI: fail if a runbook is missing or its links are stale"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services) => new("runbook", "Write, refresh and check runbooks.")
    {
        Action(services, "new", "Write a skeleton for every runbook that is missing.", RunbookStatus.Missing, isCheck: false),
        Action(services, "sync", "Refresh the generated block of every runbook.", RunbookStatus.Stale, isCheck: false),
        Action(services, "check", "Exit 1 if a runbook is missing or its generated block is stale.", RunbookStatus.Stale, isCheck: true),
    };

    private static Command Action(CliServices services, string name, string description, RunbookStatus wanted, bool isCheck)
    {
        var command = new Command(name, description);
        command.SetAction(_ =>
        {
            var result = Compilation.Run(new CompilationRequest { Generate = false, Progress = services.Progress }, services.Files, services.Clock);
            if (result.Specs?.Config.RunbookFiles is null || result.Plan is null)
            {
                new TextRenderer(services.Terminal.HasColor).Write(services.Terminal.Out, result);
                services.Terminal.Error.Write("slo: slo runbook needs specs without errors, and runbooks.files in slo.yaml.\n");
                return ExitCodes.Usage;
            }

            var pages = RunbookPages.Of(result, services.Files);
            return isCheck ? Check(services, pages) : Write(services, result, [.. pages.Where(p => p.Status == wanted)]);
        });
        return command;
    }

    private static int Check(CliServices services, ImmutableArray<RunbookPage> pages)
    {
        foreach (var page in pages.Where(p => p.Status != RunbookStatus.Current))
        {
            services.Terminal.Out.Write($"{(page.Status == RunbookStatus.Missing ? "missing" : "stale  ")} {DisplayText.OneLine(page.Path)}\n");
        }

        if (pages.All(p => p.Status == RunbookStatus.Current))
        {
            return ExitCodes.Clean;
        }

        var isMissing = pages.Any(p => p.Status == RunbookStatus.Missing);
        services.Terminal.Notes.Write($"Run slo runbook {(isMissing ? "new, then slo runbook " : "")}sync to write them.\n");
        return ExitCodes.Findings;
    }

    private static int Write(CliServices services, CompilationResult result, ImmutableArray<RunbookPage> pages)
    {
        foreach (var page in pages)
        {
            if (services.Files.Write(result.Project.ToAbsolute(page.Path), Encoding.UTF8.GetBytes(page.NewText)) is { } problem)
            {
                services.Terminal.Error.Write($"slo: {DisplayText.OneLine(page.Path)} cannot be written: it {problem.Message}.\n");
                return ExitCodes.Usage;
            }

            services.Terminal.Report.Write($"{DisplayText.OneLine(result.Project.ToDisplay(page.Path))}\n");
        }

        services.Terminal.Notes.Write($"{pages.Length} written.\n");
        return ExitCodes.Clean;
    }
}
