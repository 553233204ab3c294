using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Input;

namespace SloCompiler.Core;

/// <summary>SLO specs and what belongs to them: settings, metrics catalogues, rule files, dashboards, runbooks.</summary>
public sealed class SloProject
{
    private static readonly string[] InputSuffixes = [".yaml", ".yml", ".json"];
    private readonly IFileSystem _files;
    private readonly ImmutableArray<string> _inputs;

    private SloProject(IFileSystem files, ImmutableArray<string> inputs)
    {
        _files = files;
        _inputs = inputs;
    }

    /// <summary>
    /// A project in memory. Where <c>slo.yaml</c> is among the texts, it says which of them are specs; without it, all YAML and
    /// JSON files are read for what their content says that they are.
    /// </summary>
    /// <param name="texts">The files. Of several with the same path, the last one counts.</param>
    public static SloProject OfTexts(params IEnumerable<SloText> texts)
    {
        var files = new TextFiles(texts);
        return new SloProject(files, files.Has(ProjectLocation.ConfigName) ? [] : [.. files.Paths.Where(IsInput)]);
    }

    /// <summary>The project in a folder, as the command <c>slo</c> sees it when it runs there. Each run reads the files anew.</summary>
    /// <param name="folder">The folder.</param>
    public static SloProject InFolder(string folder)
    {
        var disk = new PhysicalFileSystem();
        return new SloProject(new FilesFromFolder(disk, Text.Paths.PathText.Combine(disk.WorkingFolder, folder)), []);
    }

    /// <summary>Compiles the specs. Writes nothing; see <see cref="SloResult.WriteTo"/>.</summary>
    /// <param name="options">What is wanted; null for all that the project asks for.</param>
    public SloResult Compile(SloOptions? options = null)
    {
        var wanted = options ?? new SloOptions();
        return Run(new CompilationRequest { Paths = PathsOf(wanted, IsSpecOrCatalogue), Targets = wanted.Targets }, wanted);
    }

    /// <summary>Checks specs, rule files and dashboards, and what they refer to. Generates nothing.</summary>
    /// <param name="options">What is wanted; null for everything.</param>
    public SloResult Check(SloOptions? options = null)
    {
        var wanted = options ?? new SloOptions();
        return Run(new CompilationRequest { Paths = PathsOf(wanted, _ => true), WithProject = true, CheckRules = true, Generate = false }, wanted);
    }

    private static bool IsInput(string path) => InputSuffixes.Any(s => path.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    private static bool IsSpecOrCatalogue(string path) => !path.EndsWith(InputSuffixes[2], StringComparison.OrdinalIgnoreCase);

    private ImmutableArray<string> PathsOf(SloOptions options, Predicate<string> isRead)
        => options.Paths.IsEmpty ? [.. _inputs.Where(p => isRead(p))] : options.Paths;

    private SloResult Run(CompilationRequest request, SloOptions options)
        => SloResult.Of(Compilation.Run(request, _files, options.Clock));
}
