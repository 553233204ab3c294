using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SloCompiler.Cli.Rendering;
using SloCompiler.Files;
using SloCompiler.MetricsImport;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo metrics import</c>: a metrics catalogue from what is exposed.</summary>
internal sealed class MetricsCommand : ICliCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "File with the text of a /metrics page; - for standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _output = new("--into")
    {
        Description = "Catalogue to write. New metrics are added to one that is there; nothing in it is changed. Default: standard output.",
        HelpName = "FILE",
    };

    private readonly ServerOptions _server = new("--prometheus", "Address of a Prometheus to import from: types, labels and buckets of all that it scrapes.");

    private readonly ServerOptions _endpoint = new("--url", "Address of a /metrics page to import from.");

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo metrics import metrics.txt", "print a catalogue for the text of a /metrics page"),
        new("curl -s http://localhost:8080/metrics | slo metrics import -", "the same from a pipe"),
        new("slo metrics import --url http://localhost:8080/metrics --into slo-specs/api.metrics.yaml", "add new metrics to a catalogue"),
        new("slo metrics import --prometheus http://localhost:9090", "all that a Prometheus scrapes"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var import = new Command("import", "Write a metrics catalogue from a /metrics page, or from what a Prometheus scrapes.")
        {
            _file, _output, _endpoint.Url,
        };
        _server.AddTo(import);
        import.Validators.Add(result =>
        {
            var given = new[] { result.GetValue(_file), result.GetValue(_endpoint.Url), result.GetValue(_server.Url) }.Count(v => v is not null);
            if (given != 1)
            {
                result.AddError("Give one source: FILE, - for standard input, --url or --prometheus.");
            }
        });
        import.SetAction(parsed => Run(services, parsed));
        return new Command("metrics", "Work with metrics catalogues.") { import };
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var output = parsed.GetValue(_output);
        var result = new MetricsImportRunner(services.Files, services.Environment, services.Clock).Run(new MetricsImportRequest(SourceOf(services, parsed), output));
        var renderer = new TextRenderer(services.Terminal.HasErrorColor, Severity.Info);
        foreach (var diagnostic in result.Diagnostics.Order(DiagnosticOrder.Instance))
        {
            renderer.WriteOne(services.Terminal.Error, diagnostic, result.Project);
        }

        if (result.Text is not { } text)
        {
            return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
        }

        services.Terminal.Out.Write(output is null ? text : $"{output}\n");
        services.Terminal.Notes.Write(string.Create(CultureInfo.InvariantCulture, $"{result.Metrics} metrics found, {result.Added} {(output is null ? "written" : "added")}.\n"));
        return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
    }

    private MetricsSource SourceOf(CliServices services, ParseResult parsed)
    {
        if (parsed.GetValue(_file) is { } file)
        {
            return file == StandardInput
                ? new MetricsSource.Text("stdin", BoundedInput.Read(services.Terminal.Input))
                : new MetricsSource.Text(file, null);
        }

        var server = _server.Read(parsed);
        return server.Url is not null
            ? new MetricsSource.Prometheus(server)
            : new MetricsSource.Endpoint(server with { Url = _endpoint.UrlOf(parsed) });
    }
}
