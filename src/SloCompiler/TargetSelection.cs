using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Diagnostics;
using SloCompiler.Input;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler;

/// <summary>Chooses back ends by the names that the command line or the settings give.</summary>
internal static class TargetSelection
{
    /// <summary>The back ends in their own order; unknown names are reported.</summary>
    public static ImmutableArray<IBackEnd> Select(
        CompilationRequest request,
        ProjectConfig config,
        ProjectLocation project,
        DiagnosticBag diagnostics)
    {
        var commandLine = new SourceText(project.ConfigPath ?? ".", "").StartOfFile;
        var wanted = request.Targets.IsEmpty
            ? config.Targets
            : [.. request.Targets.Select(name => new Located<string>(name, commandLine))];
        var known = BackEndCatalog.All.Select(b => b.Name).ToList();
        foreach (var target in wanted.Where(t => !known.Contains(t.Value, StringComparer.Ordinal)))
        {
            diagnostics.Report(
                ProjectDiagnostics.UnknownTarget,
                target.Span,
                $"There is no target \"{target.Value}\".{Hint(target.Value, known)} There are {string.Join(", ", known)}.");
        }

        return [.. BackEndCatalog.All.Where(b => wanted.IsEmpty || wanted.Any(t => t.Value == b.Name))];
    }

    private static string Hint(string name, List<string> known)
        => Suggestions.Nearest(name, known) is { } nearest ? $" Did you mean {nearest}?" : "";
}
