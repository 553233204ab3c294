using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Text.Paths;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo init</c>: writes a project to start from. Never overwrites.</summary>
internal sealed class InitCommand : ICliCommand
{
    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples => [new("slo init && slo compile", "a first project, compiled")];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("init", "Write a commented spec, settings, a metrics catalogue and a runbook to start from.");
        command.SetAction(_ => Run(services));
        return command;
    }

    private static int Run(CliServices services)
    {
        var files = services.Files;
        var existing = InitTemplates.All.Where(t => files.GetKind(PathText.Combine(files.WorkingFolder, t.Path)) != FileKind.Missing).ToList();
        if (existing.Count > 0)
        {
            services.Terminal.Error.Write($"slo: {string.Join(", ", existing.Select(t => t.Path))} already there; nothing was written.\n");
            return ExitCodes.Usage;
        }

        foreach (var (path, text) in InitTemplates.All)
        {
            if (files.Write(PathText.Combine(files.WorkingFolder, path), Encoding.UTF8.GetBytes(text)) is { } problem)
            {
                services.Terminal.Error.Write($"slo: {path} cannot be written: it {problem.Message}.\n");
                return ExitCodes.Usage;
            }

            services.Terminal.Out.Write($"{path}\n");
        }

        services.Terminal.Error.Write("Edit the example, then run slo compile and slo explain example.\n");
        return ExitCodes.Clean;
    }
}
