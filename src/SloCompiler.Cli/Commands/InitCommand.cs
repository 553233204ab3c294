using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using SloCompiler.Cli.Init;
using SloCompiler.Text.Paths;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo init</c>: writes a project to start from. Asks nothing, overwrites nothing.</summary>
internal sealed class InitCommand : ICliCommand
{
    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo init", "write what is missing, and say what is left alone"),
        new("slo init && slo compile", "a first project, compiled"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("init", "Write a commented spec, settings, a metrics catalogue, a runbook, hooks and a pipeline to start from; overwrite nothing.");
        command.SetAction(_ => Run(services));
        return command;
    }

    private static int Run(CliServices services)
    {
        var terminal = services.Terminal;
        var plan = InitPlan.Of(services.Files);
        if (plan.Problem is { } reason)
        {
            terminal.Error.Write($"slo: {reason}\n");
            return ExitCodes.Usage;
        }

        foreach (var file in plan.Files)
        {
            if (services.Files.Write(PathText.Combine(services.Files.WorkingFolder, file.Path), Encoding.UTF8.GetBytes(file.Text)) is { } problem)
            {
                terminal.Error.Write($"slo: {file.Path} cannot be written: it {problem.Message}.\n");
                return ExitCodes.Usage;
            }

            terminal.Report.Write($"{file.Path}\n");
        }

        Conclude(services, plan);
        return ExitCodes.Clean;
    }

    private static void Conclude(CliServices services, InitPlan plan)
    {
        var notes = services.Terminal.Notes;
        if (!plan.Kept.IsEmpty)
        {
            notes.Write($"Left as they are: {string.Join(", ", plan.Kept)}.\n");
        }

        notes.Write(plan.Files.IsEmpty ? "Everything is there already; nothing was written.\n"
            : plan.Files.Any(f => f.Path.EndsWith(".slo.yaml", StringComparison.Ordinal))
                ? "Edit the example, then run slo compile and commit what it writes. slo explain example says what it means.\n"
                : "Run slo check and slo compile to see what the pipeline will see.\n");
    }
}
