using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo __complete</c>: names that change, for the scripts of <c>slo completion</c>. Says nothing where anything is wrong.</summary>
internal sealed class CompleteCommand : ICliCommand
{
    private readonly ChoiceArgument _kind = new("KIND", "What is named.", ["rules", "slos"]);

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples => [];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("__complete", "Print names for completion.") { _kind };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var name in parsed.GetRequiredValue(_kind) == "rules" ? DiagnosticCatalog.All.Select(d => d.Name) : SlosOf(services))
            {
                services.Terminal.Out.Write($"{name}\n");
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static IEnumerable<string> SlosOf(CliServices services)
    {
        var request = new CompilationRequest { Generate = false, Lints = false };
        var planned = Compilation.Run(request, services.Files, services.Clock).Plan?.Services ?? [];
        return planned.SelectMany(s => s.Slos.Select(o => $"{o.Service}/{o.Name}").Prepend(s.Service));
    }
}
