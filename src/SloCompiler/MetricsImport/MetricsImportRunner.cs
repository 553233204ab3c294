using System.Collections.Immutable;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Printing;
using SloCompiler.Language.Project;
using SloCompiler.Online;
using SloCompiler.Prometheus;
using SloCompiler.Prometheus.Http;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.MetricsImport;

/// <summary>Where metrics come from.</summary>
public abstract record MetricsSource
{
    private MetricsSource()
    {
    }

    /// <summary>A file, or what came through a pipe.</summary>
    /// <param name="Path">How findings name it.</param>
    /// <param name="Content">What came through a pipe; null to read the file.</param>
    public sealed record Text(string Path, byte[]? Content) : MetricsSource;

    /// <summary>An address of metrics.</summary>
    /// <param name="Server">The address, and credentials for it.</param>
    public sealed record Endpoint(ServerRequest Server) : MetricsSource;

    /// <summary>A Prometheus.</summary>
    /// <param name="Server">The address, and credentials for it.</param>
    public sealed record Prometheus(ServerRequest Server) : MetricsSource;
}

/// <summary>An import of metrics.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Output">The catalogue that they are added to, relative to the working folder; null for one of its own.</param>
public sealed record MetricsImportRequest(MetricsSource Source, string? Output);

/// <summary>What an import gave.</summary>
/// <param name="Project">The project.</param>
/// <param name="Text">The catalogue; null where there is an error.</param>
/// <param name="Metrics">Metrics that were found.</param>
/// <param name="Added">Metrics that the catalogue did not have.</param>
/// <param name="Diagnostics">The findings.</param>
public sealed record MetricsImportResult(ProjectLocation Project, string? Text, int Metrics, int Added, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Makes metrics catalogues from what is exposed. Writes nothing but the catalogue that it is given.</summary>
/// <param name="files">The machine's files.</param>
/// <param name="environment">The value of an environment variable; null where it is not set.</param>
/// <param name="clock">Measures time limits, and says what now is.</param>
public sealed class MetricsImportRunner(IFileSystem files, Func<string, string?> environment, TimeProvider clock)
{
    private readonly DiagnosticBag _diagnostics = new();

    /// <summary>Runs an import. Whatever is wrong is in the diagnostics.</summary>
    public MetricsImportResult Run(MetricsImportRequest request)
    {
        var project = ProjectLocator.Locate(files, []);
        var (families, source) = Read(request.Source, project);
        if (families.IsDefault || source is null || _diagnostics.HasErrors)
        {
            return new MetricsImportResult(project, null, 0, 0, _diagnostics.ToImmutable());
        }

        var metrics = ImportedMetrics.Of(families, source, _diagnostics);
        if (metrics.IsEmpty)
        {
            _diagnostics.Report(MetricsImportDiagnostics.Empty, source.StartOfFile, "There is no metric with a type.");
            return new MetricsImportResult(project, null, 0, 0, _diagnostics.ToImmutable());
        }

        var merged = request.Output is { } output ? Merge(output, metrics, project) : new MergedCatalogue(CataloguePrinter.Print(metrics), metrics.Length);
        return new MetricsImportResult(project, merged?.Text, metrics.Length, merged?.Added ?? 0, _diagnostics.ToImmutable());
    }

    private (ImmutableArray<ExposedFamily> Families, SourceText? Source) Read(MetricsSource source, ProjectLocation project)
    {
        switch (source)
        {
            case MetricsSource.Text text:
                return Parse(Load(text, project));
            case MetricsSource.Endpoint endpoint:
                return Parse(Fetch(endpoint.Server, project));
            case MetricsSource.Prometheus prometheus:
                var place = new SourceText(prometheus.Server.Url?.Host ?? ProjectLocation.ConfigName, "");
                return (Ask(prometheus.Server, project, place), place);
            default:
                throw new ArgumentOutOfRangeException(nameof(source));
        }
    }

    private (ImmutableArray<ExposedFamily> Families, SourceText? Source) Parse(SourceText? source)
        => source is null ? (default, null) : (ExpositionReader.Read(source, _diagnostics), source);

    private SourceText? Load(MetricsSource.Text text, ProjectLocation project)
    {
        var path = project.ToProjectPath(text.Path);
        if (text.Content is { } piped)
        {
            return SourceTextReader.Decode(text.Path, piped, _diagnostics);
        }

        var outcome = files.Read(project.ToAbsolute(path), YamlLimits.MaxFileSize);
        if (outcome.Value is { } bytes)
        {
            return SourceTextReader.Decode(path, bytes, _diagnostics);
        }

        _diagnostics.Report(TextDiagnostics.FileNotFound, new SourceText(path, "").StartOfFile, $"{text.Path} {outcome.Problem?.Message}.");
        return null;
    }

    private SourceText? Fetch(ServerRequest server, ProjectLocation project)
    {
        if (Connect(server, project, ProjectConfig.Default) is not { } connection)
        {
            return null;
        }

        using var client = new TextClient(connection, clock);
        var outcome = client.GetAsync().GetAwaiter().GetResult();
        if (outcome.Value is { } text)
        {
            return new SourceText(connection.Url.Host, text);
        }

        Report(outcome.Failure, new SourceText(connection.Url.Host, "").StartOfFile);
        return null;
    }

    private ImmutableArray<ExposedFamily> Ask(ServerRequest server, ProjectLocation project, SourceText place)
    {
        if (Connect(server, project, ConfigOf(project)) is not { } connection)
        {
            return default;
        }

        using var client = new PrometheusClient(connection, clock);
        var outcome = new ServerMetrics(client, clock.GetUtcNow()).ReadAsync().GetAwaiter().GetResult();
        Report(outcome.Failure, place.StartOfFile);
        return outcome.Value is { } families ? [.. families.OrderBy(f => f.Name, StringComparer.Ordinal)] : default;
    }

    private ProjectConfig ConfigOf(ProjectLocation project)
        => project.ConfigPath is { } path && files.Read(project.ToAbsolute(path), YamlLimits.MaxFileSize).Value is { } bytes && SourceTextReader.Decode(path, bytes, _diagnostics) is { } text
            ? ProjectConfigReader.Read(text, _diagnostics)
            : ProjectConfig.Default;

    private PrometheusConnection? Connect(ServerRequest server, ProjectLocation project, ProjectConfig config)
        => new ConnectionReader(files, environment, project, _diagnostics).Read(server, config);

    private void Report(ApiFailure? failure, SourceSpan place)
    {
        if (failure is not null)
        {
            _diagnostics.Report(ServerDiagnostics.Of(failure, place));
        }
    }

    private MergedCatalogue? Merge(string output, ImmutableArray<Metric> metrics, ProjectLocation project)
    {
        var path = project.ToProjectPath(output);
        var absolute = project.ToAbsolute(path);
        var start = new SourceText(path, "").StartOfFile;
        MergedCatalogue? merged;
        if (files.GetKind(absolute) == FileKind.Missing)
        {
            merged = new MergedCatalogue(CataloguePrinter.Print(metrics), metrics.Length);
        }
        else
        {
            var outcome = files.Read(absolute, YamlLimits.MaxFileSize);
            if (outcome.Value is not { } bytes)
            {
                _diagnostics.Report(TextDiagnostics.FileNotFound, start, $"{output} {outcome.Problem?.Message}.");
                return null;
            }

            merged = SourceTextReader.Decode(path, bytes, _diagnostics) is { } existing ? CatalogueMerge.Run(existing, metrics, _diagnostics) : null;
        }

        if (merged is { Added: > 0 } && files.Write(absolute, Encoding.UTF8.GetBytes(merged.Text)) is { } problem)
        {
            _diagnostics.Report(TextDiagnostics.OutputNotWritable, start, $"{output} cannot be written: {problem.Message}.");
            return null;
        }

        return merged;
    }
}
