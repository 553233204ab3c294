using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Diagnostics;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Output;

/// <summary>Checks the paths that back ends ask for.</summary>
internal static class OutputPaths
{
    /// <summary>Reports paths that leave the output folder and paths that meet, also on disks that ignore case.</summary>
    public static void Check(ImmutableArray<OutputFile> files, DiagnosticBag diagnostics)
    {
        foreach (var file in files.Where(f => PathText.LeadsOut(f.Path) || PathText.Normalize(f.Path) != f.Path))
        {
            diagnostics.Report(ProjectDiagnostics.InternalError, PlaceOf(file), $"\"{file.Path}\" is not a path inside the output folder.");
        }

        foreach (var group in files.GroupBy(f => f.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var paths = string.Join(" and ", group.Select(f => f.Path).Distinct(StringComparer.Ordinal));
            diagnostics.Report(ProjectDiagnostics.OutputCollision, PlaceOf(group.First()), $"{group.Count()} outputs want {paths}.");
        }
    }

    private static SourceSpan PlaceOf(OutputFile file) => new SourceText(file.Path, "").StartOfFile;
}
