using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Formatting;

/// <summary>Replaces files by their formatted text, each as a whole, and only if it is still the file that was formatted.</summary>
public static class FormatWriter
{
    /// <summary>Writes what formatting changes, and returns the files that were written.</summary>
    /// <param name="result">What formatting gave.</param>
    /// <param name="files">Where to write.</param>
    /// <param name="diagnostics">Takes what could not be written.</param>
    public static ImmutableArray<FormatFile> Write(FormatResult result, IFileSystem files, DiagnosticBag diagnostics)
        => [.. result.Changed.Where(file => TryWrite(file, result.Project, files, "slo fmt", diagnostics))];

    /// <summary>Replaces a file; what keeps it from being written is reported.</summary>
    /// <param name="file">The file.</param>
    /// <param name="project">The project.</param>
    /// <param name="files">Where to write.</param>
    /// <param name="command">The command to run again if the file was changed meanwhile.</param>
    /// <param name="diagnostics">Takes the report.</param>
    internal static bool TryWrite(FormatFile file, ProjectLocation project, IFileSystem files, string command, DiagnosticBag diagnostics)
    {
        var path = project.ToAbsolute(file.Path);
        if (ReasonToLeave(path, file, files, command) is not { } reason)
        {
            var problem = files.Write(path, file.NewBytes);
            reason = problem is null ? "" : $"it {problem.Message}";
        }

        if (reason.Length > 0)
        {
            diagnostics.Report(
                TextDiagnostics.OutputNotWritable,
                new SourceText(file.Path, "").StartOfFile,
                $"{project.ToDisplay(file.Path)} cannot be written: {reason}.");
        }

        return reason.Length == 0;
    }

    private static string? ReasonToLeave(string path, FormatFile file, IFileSystem files, string command)
    {
        // Replacing a link would leave the file that it leads to as it is.
        if (files.IsLink(path))
        {
            return "it is a symbolic link; name the file that it leads to";
        }

        var current = files.Read(path, YamlLimits.MaxFileSize);
        return current switch
        {
            { Problem: { } problem } => $"it {problem.Message}",
            { Value: { } bytes } when !file.OldBytes.Span.SequenceEqual(bytes) => $"it was changed meanwhile; run {command} again",
            _ => null,
        };
    }
}
