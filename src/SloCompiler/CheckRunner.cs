using System.Collections.Concurrent;
using System.Collections.Immutable;
using SloCompiler.Checks;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Model;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler;

/// <summary>Runs all checks; one that throws is reported, and the others still run.</summary>
internal sealed class CheckRunner(IFileSystem files, ProjectLocation project) : IProjectFiles
{
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <summary>The findings of all checks.</summary>
    public ImmutableArray<Diagnostic> Run(SpecSet specs)
    {
        var diagnostics = new DiagnosticBag();
        var guard = new StageGuard(diagnostics);
        var context = new CheckContext(specs, this, diagnostics);
        foreach (var check in CheckCatalog.All)
        {
            _ = guard.Run($"check {check.Descriptor.Name}", () =>
            {
                check.Run(context);
                return true;
            });
        }

        return diagnostics.ToImmutable();
    }

    /// <inheritdoc />
    public string? ReadText(string path) => _texts.GetOrAdd(path, Load);

    private string? Load(string path)
    {
        if (PathText.LeadsOut(path))
        {
            return null;
        }

        var outcome = files.Read(project.ToAbsolute(path), YamlLimits.MaxFileSize);
        return outcome.Value is { } bytes ? SourceTextReader.Decode(path, bytes, new DiagnosticBag())?.Content : null;
    }
}
