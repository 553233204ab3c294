using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Importing;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo import</c>: native specs from those of other tools, with a report of every difference.</summary>
internal sealed class ImportCommand : ICliCommand
{
    private static readonly ImmutableArray<ImportTool> Tools = [.. Enum.GetValues<ImportTool>()];

    private readonly ChoiceArgument _tool = new("TOOL", "What the files are written for.", [.. Tools.Select(ImportRequest.NameOf)]);

    private readonly Argument<string[]> _paths = SharedOptions.Paths(
        "Files or folders to import. Without any: those of the project, as slo.yaml finds them.");

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Folder to write one <service>.slo.yaml for each service into. Default: standard output.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replace files that are there already." };

    private readonly ChoiceOption _format = new(
        "--format",
        "FORMAT",
        "How the report is printed; json goes to standard output, with the specs unless --output is given.",
        "text",
        ["text", "json"]);

    private readonly Option<string?> _threads = SharedOptions.Threads();

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo import sloth sloth/ --output slo-specs", "specs of sloth, one file for each service"),
        new("slo import pyrra slos/api.yaml", "see a spec and the report"),
        new("slo import openslo openslo/ --output slo-specs --format json", "with the report for programs"),
        new("slo import rules alerts.yml --output slo-specs", "propose specs for burn-rate rules"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("import", "Write native specs from those of sloth, pyrra and OpenSLO, or from burn-rate rules, and say what differs.")
        {
            _tool, _paths, _output, _force, _format, _threads,
        };
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_tool);
        var request = new ImportRequest(Tools.First(t => ImportRequest.NameOf(t) == name), [.. parsed.GetValue(_paths) ?? []])
        {
            Threads = SharedOptions.ReadNumber(parsed.GetValue(_threads)),
            Progress = services.Progress,
        };
        ImportResult result;
        using (new ProgressLine(services, "Importing"))
        {
            result = ImportRunner.Run(request, services.Files);
        }

        var problems = new DiagnosticBag();
        var folder = parsed.GetValue(_output);
        var written = folder is null || result.HasErrors
            ? []
            : ImportWriter.Write(result, folder, parsed.GetValue(_force), services.Files, problems);
        result = result with { Diagnostics = result.Diagnostics.AddRange(problems.ToImmutable()) };
        if (parsed.GetRequiredValue(_format) == "json")
        {
            ImportJson.Write(services.Terminal.Out, result, written, withText: folder is null);
        }
        else
        {
            new ImportReport(services.Terminal).Write(result, written, withText: folder is null);
        }

        return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
    }
}
