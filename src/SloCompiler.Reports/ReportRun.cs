using SloCompiler.Files;
using SloCompiler.Output;
using SloCompiler.Prometheus;
using SloCompiler.Reports.Measuring;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Reports;

/// <summary>A report as a user asks for it.</summary>
public sealed record ReportRequest
{
    /// <summary>Name of the folder, in the project, that a report is written to where nothing else is said.</summary>
    public const string DefaultFolder = "slo-report";

    /// <summary>The folder to write to, relative to the working folder; null for <see cref="DefaultFolder"/>.</summary>
    public string? Output { get; init; }

    /// <summary>A folder with templates of the team, relative to the working folder; null for none.</summary>
    public string? Templates { get; init; }

    /// <summary>The server to measure with; null for a report on the specs alone.</summary>
    public ServerRequest? Server { get; init; }

    /// <summary>Start of what is measured; null for that of the window of each SLO.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End of what is measured; null for now.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Most threads at once; null for as many as the machine has processors.</summary>
    public int? Threads { get; init; }
}

/// <summary>What a report gave.</summary>
/// <param name="Compilation">The compilation with all findings; its files are the pages.</param>
/// <param name="Output">What writing did.</param>
/// <param name="Measurements">What was measured; null where nothing was to be.</param>
public sealed record ReportResult(CompilationResult Compilation, OutputReport Output, Measurements? Measurements);

/// <summary>Compiles, checks, and writes the report.</summary>
/// <param name="Files">The machine's files.</param>
/// <param name="Clock">Measures the time that it took, and says what now is.</param>
/// <param name="Environment">The value of an environment variable, for credentials; null where it is not set.</param>
public sealed record ReportRun(IFileSystem Files, TimeProvider Clock, Func<string, string?> Environment)
{
    /// <summary>Compiles a project and makes its pages. Writes nothing.</summary>
    public CompilationResult Build(ReportRequest request, bool isLive = false) => Make(request, isLive).Result;

    /// <summary>Makes the pages and writes them. Where there is an error, nothing is written.</summary>
    public ReportResult Run(ReportRequest request)
    {
        var (result, measured) = Make(request, isLive: false);
        var report = Write(result);
        return new ReportResult(result with { Diagnostics = result.Diagnostics.AddRange(report.Diagnostics) }, report, measured);
    }

    private (CompilationResult Result, Measurements? Measurements) Make(ReportRequest request, bool isLive)
    {
        var compiled = Compilation.Run(new CompilationRequest { Generate = false, Threads = request.Threads, Output = request.Output }, Files, Clock);
        var problems = new DiagnosticBag();
        var templates = request.Templates is { } folder ? TemplateFolder.Read(Files, compiled.Project, folder, problems) : [];
        if (compiled.HasErrors || problems.HasErrors)
        {
            return (With(compiled, problems), null);
        }

        var measured = Measure(compiled, request, problems);
        if (problems.HasErrors)
        {
            return (With(compiled, problems), null);
        }

        var pages = ReportBuilder.Build(compiled, new ReportOptions { Templates = templates, Measurements = measured, IsLive = isLive });
        problems.ReportAll(pages.Diagnostics);
        return (With(compiled, problems) with { Files = pages.Files, Target = TargetOf(compiled, request) }, measured);
    }

    // Pages that nothing makes any more are removed. Data say not that they are ours, so none of their kind is removed.
    private OutputReport Write(CompilationResult result)
    {
        var byKind = result.Files.ToLookup(f => Path.GetExtension(f.Path) == ".html");
        var pages = OutputWriter.Write(result with { Files = [.. byKind[true]] }, Files);
        if (!pages.Diagnostics.IsEmpty || result.Target is not { } target)
        {
            return pages;
        }

        var data = OutputWriter.Write(result with { Files = [.. byKind[false]], Target = target with { IsComplete = false } }, Files);
        return new OutputReport(pages.Changes.AddRange(data.Changes), pages.Unchanged + data.Unchanged, data.Diagnostics);
    }

    private Measurements? Measure(CompilationResult compiled, ReportRequest request, DiagnosticBag problems)
    {
        if (request.Server is null || compiled is not { Plan: { } plan, Specs.Config: { } config })
        {
            return null;
        }

        if (new ConnectionReader(Files, Environment, compiled.Project, problems).Read(request.Server, config) is not { } connection)
        {
            return null;
        }

        using var client = new PrometheusClient(connection, Clock);
        var to = request.To ?? Clock.GetUtcNow();
        return new Measurer(client, connection.Url.ToString().TrimEnd('/'), to, request.From).MeasureAsync(plan).GetAwaiter().GetResult();
    }

    private static CompilationResult With(CompilationResult result, DiagnosticBag problems)
        => result with { Diagnostics = [.. result.Diagnostics.Concat(problems.ToImmutable()).Order(DiagnosticOrder.Instance)] };

    private static OutputTarget? TargetOf(CompilationResult result, ReportRequest request)
    {
        var project = result.Project;
        var folder = project.ToAbsolute(ReportRequest.DefaultFolder);
        return request.Output is null
            ? new OutputTarget(folder, PathText.Relative(project.WorkingFolder, folder), ReportRequest.DefaultFolder, project.Root, IsComplete: true)
            : result.Target;
    }
}
