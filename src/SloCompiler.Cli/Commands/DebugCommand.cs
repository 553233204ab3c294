using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo debug</c>: shows what a stage of the compiler made.</summary>
internal sealed class DebugCommand : ICliCommand
{
    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo debug print-model slo-specs/edge.slo.yaml", "what was understood of a spec"),
        new("slo debug print-plan", "what is recorded and alerted on, before it is written"),
        new("slo debug print-promql", "every rule of the project with its expression"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services) => new("debug", "Show a stage of the compiler.")
    {
        Stage(services, "print-model", "The specs as read.", StagePrinter.PrintModel),
        Stage(services, "print-plan", "The plan that back ends get.", StagePrinter.PrintPlan),
        Stage(services, "print-promql", "Every rule with its expression.", StagePrinter.PrintPromQl),
    };

    private static Command Stage(CliServices services, string name, string description, Action<CompilationResult, TextWriter> print)
    {
        var paths = SharedOptions.Paths();
        var command = new Command(name, description) { paths };
        command.SetAction(parsed =>
        {
            var request = new CompilationRequest { Paths = [.. parsed.GetValue(paths) ?? []], Generate = false, Progress = services.Progress };
            var result = Compilation.Run(request, services.Files, services.Clock);
            new TextRenderer(services.Terminal.HasErrorColor).Write(services.Terminal.Error, result);
            using var shown = new ShownWriter(services.Terminal.Out);
            print(result, shown);
            return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
        });
        return command;
    }
}
