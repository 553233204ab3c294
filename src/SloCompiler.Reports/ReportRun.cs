using SloCompiler.Files;
using SloCompiler.Output;
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

    /// <summary>Most threads at once; null for as many as the machine has processors.</summary>
    public int? Threads { get; init; }
}

/// <summary>What a report gave.</summary>
/// <param name="Compilation">The compilation with all findings; its files are the pages.</param>
/// <param name="Output">What writing did.</param>
public sealed record ReportResult(CompilationResult Compilation, OutputReport Output);

/// <summary>Compiles, checks, and writes the report.</summary>
/// <param name="Files">The machine's files.</param>
/// <param name="Clock">Measures the time that it took.</param>
public sealed record ReportRun(IFileSystem Files, TimeProvider Clock)
{
    /// <summary>Compiles a project and makes its pages. Writes nothing.</summary>
    public CompilationResult Build(ReportRequest request, bool isLive = false)
    {
        var compiled = Compilation.Run(new CompilationRequest { Generate = false, Threads = request.Threads, Output = request.Output }, Files, Clock);
        var problems = new DiagnosticBag();
        var templates = request.Templates is { } folder ? TemplateFolder.Read(Files, compiled.Project, folder, problems) : [];
        if (compiled.HasErrors || problems.HasErrors)
        {
            return With(compiled, problems);
        }

        var pages = ReportBuilder.Build(compiled, new ReportOptions { Templates = templates, IsLive = isLive });
        problems.ReportAll(pages.Diagnostics);
        return With(compiled, problems) with { Files = pages.Files, Target = TargetOf(compiled, request) };
    }

    /// <summary>Makes the pages and writes them. Where there is an error, nothing is written.</summary>
    public ReportResult Run(ReportRequest request)
    {
        var result = Build(request);
        var report = OutputWriter.Write(result, Files);
        return new ReportResult(result with { Diagnostics = result.Diagnostics.AddRange(report.Diagnostics) }, report);
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
