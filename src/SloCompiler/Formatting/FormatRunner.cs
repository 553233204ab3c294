using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Formatting;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Formatting;

/// <summary>Formats the files of a project or of a command line. Writes nothing; that is <see cref="FormatWriter"/>'s work.</summary>
public sealed class FormatRunner
{
    private readonly IFileSystem _files;
    private readonly FormatInputs _inputs;

    private FormatRunner(IFileSystem files, FormatInputs inputs)
    {
        _files = files;
        _inputs = inputs;
    }

    /// <summary>Formats what a request names. Whatever is wrong with it is in the diagnostics; nothing throws for it.</summary>
    public static FormatResult Run(FormatRequest request, IFileSystem files)
    {
        var diagnostics = new DiagnosticBag();
        request.Progress?.Begin("finding files");
        var inputs = FormatInputs.Find(files, request, diagnostics);
        request.Progress?.Begin("formatting files");
        var runner = new FormatRunner(files, inputs);
        var outcomes = new Workers(request.Threads) { Observer = request.Progress }.Map([.. inputs.Named.Union(inputs.Found)], runner.FormatOne);
        request.Progress?.End();
        diagnostics.ReportAll(outcomes.SelectMany(o => o.Diagnostics));
        return new FormatResult(
            inputs.Project,
            [.. outcomes.Select(o => o.File).OfType<FormatFile>()],
            [.. diagnostics.ToImmutable().Distinct().Order(DiagnosticOrder.Instance)]);
    }

    private (FormatFile? File, ImmutableArray<Diagnostic> Diagnostics) FormatOne(string path)
    {
        var diagnostics = new DiagnosticBag();
        var file = Read(path, diagnostics) is { } bytes ? Format(path, bytes, diagnostics) : null;
        return (file, diagnostics.ToImmutable());
    }

    private byte[]? Read(string path, DiagnosticBag diagnostics)
    {
        var outcome = _files.Read(_inputs.Project.ToAbsolute(path), YamlLimits.MaxFileSize);
        if (outcome.Problem is { } problem)
        {
            diagnostics.Report(SourceLoader.KindOf(problem), new SourceText(path, "").StartOfFile, $"{_inputs.Project.ToDisplay(path)} {problem.Message}.");
        }

        return outcome.Value;
    }

    private FormatFile? Format(string path, byte[] bytes, DiagnosticBag diagnostics)
    {
        var findings = new DiagnosticBag();
        var formatted = SourceTextReader.Decode(path, bytes, findings) is { } source && !findings.HasErrors
            ? new StageGuard(findings).Run($"formatting {path}", () => YamlFormatter.Format(source))
            : null;
        findings.ReportAll(formatted?.Diagnostics ?? []);
        if (!_inputs.Named.Contains(path) && !IsOurs(path, formatted))
        {
            return null;
        }

        diagnostics.ReportAll(findings.ToImmutable());
        return formatted is null ? null : new FormatFile(path, bytes, formatted.Source.Content, formatted.Text);
    }

    // Of a file in a folder whose syntax is broken, only the name may tell that it is one of ours.
    private bool IsOurs(string path, FormattedText? formatted)
    {
        var isCompiled = _inputs.IsWholeProject && formatted is not null && GeneratedMarker.IsIn(formatted.Source.Content);
        return !isCompiled && (formatted?.IsKnown == true || path == _inputs.Project.ConfigPath || HasOurName(path));
    }

    private static bool HasOurName(string path)
        => Path.GetFileNameWithoutExtension(path) is var name
            && (name.EndsWith(".slo", StringComparison.Ordinal)
                || name.EndsWith(".metrics", StringComparison.Ordinal)
                || name.EndsWith(".rules", StringComparison.Ordinal));
}
