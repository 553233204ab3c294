using System.Collections.Immutable;
using System.CommandLine;
using SloCompiler.Checks.Settings;
using SloCompiler.Diagnostics;
using SloCompiler.Language.Schema;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo schema</c>: the JSON Schema of a kind of file.</summary>
internal sealed class SchemaCommand : ICliCommand
{
    private readonly ChoiceArgument _name = new("KIND", "The kind of file that is described.", [.. SchemaCatalog.Names], SchemaCatalog.Names[0]);

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo schema > slo.schema.json", "the schema of specs, for an editor"),
        new("slo schema metrics", "the schema of metrics catalogues"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("schema", "Print the JSON Schema of specs, settings or catalogues.") { _name };
        command.SetAction(parsed =>
        {
            services.Terminal.Out.Write(new LintSettingsReader(DiagnosticCatalog.All).WriteSchema(parsed.GetRequiredValue(_name)) ?? "");
            return ExitCodes.Clean;
        });
        return command;
    }
}
