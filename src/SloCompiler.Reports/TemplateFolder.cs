using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Reports;

/// <summary>Reads a folder with templates of a team.</summary>
public static class TemplateFolder
{
    private const int FileLimit = 4 * 1024 * 1024;

    /// <summary>The templates and style sheets of a folder; other files and folders in it are left alone.</summary>
    /// <param name="files">The files of the machine.</param>
    /// <param name="project">Names the folder.</param>
    /// <param name="given">The folder, as the user gave it.</param>
    /// <param name="diagnostics">Takes what cannot be read.</param>
    public static ImmutableArray<SourceText> Read(IFileSystem files, ProjectLocation project, string given, DiagnosticBag diagnostics)
    {
        var folder = PathText.Combine(project.WorkingFolder, given);
        if (files.List(folder) is not { Value: { } entries })
        {
            diagnostics.Report(TextDiagnostics.FileNotFound, new SourceText(given, "").StartOfFile, $"{given} {files.List(folder).Problem?.Message}.");
            return [];
        }

        var names = entries.Where(e => e.Kind == FileKind.File && Path.GetExtension(e.Name) is (".hbs" or ".css")).Select(e => e.Name);
        return [.. names.Select(name => Load(files, folder, PathText.Combine(given, name), name, diagnostics)).OfType<SourceText>()];
    }

    private static SourceText? Load(IFileSystem files, string folder, string display, string name, DiagnosticBag diagnostics)
    {
        var content = files.Read(PathText.Combine(folder, name), FileLimit);
        if (content.Value is { } bytes)
        {
            return SourceTextReader.Decode(display, bytes, diagnostics);
        }

        diagnostics.Report(TextDiagnostics.FileUnreadable, new SourceText(display, "").StartOfFile, $"{display} {content.Problem?.Message}.");
        return null;
    }
}
