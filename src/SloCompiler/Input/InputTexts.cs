using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Input;

/// <summary>The texts that a run reads, told apart by what they are.</summary>
/// <param name="Catalogues">Metrics catalogues.</param>
/// <param name="Specs">Specs.</param>
/// <param name="Rules">Rule files.</param>
/// <param name="Dashboards">Dashboards.</param>
public sealed record InputTexts(
    ImmutableArray<SourceText> Catalogues,
    ImmutableArray<SourceText> Specs,
    ImmutableArray<SourceText> Rules,
    ImmutableArray<SourceText> Dashboards)
{
    private enum Content
    {
        Spec,
        Rules,
        Dashboard,
        Other,
    }

    /// <summary>Characters of all texts together.</summary>
    public long Characters => Count(Catalogues) + Count(Specs) + Count(Rules) + Count(Dashboards);

    /// <summary>Loads the files. A file that cannot be read is reported, unless it was only found in a folder.</summary>
    /// <param name="files">The machine's files.</param>
    /// <param name="inputs">The files to load.</param>
    /// <param name="workers">Read them.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static InputTexts Load(IFileSystem files, InputFiles inputs, Workers workers, DiagnosticBag diagnostics)
    {
        var loader = new SourceLoader(files, inputs.Project, workers);
        var catalogues = loader.Load(inputs.Catalogues, diagnostics);
        var specs = loader.Load(inputs.Specs, diagnostics);
        var rules = loader.Load(inputs.Rules, diagnostics);
        var dashboards = loader.Load(inputs.Dashboards, diagnostics);
        var texts = new InputTexts(catalogues, specs, rules, dashboards);
        foreach (var text in loader.Load(inputs.Named, diagnostics))
        {
            texts = texts.With(text, ContentOfNamed(text));
        }

        foreach (var text in loader.Load(inputs.Found, new DiagnosticBag()))
        {
            texts = texts.With(text, ContentOfFound(text, inputs.WithRules));
        }

        return texts;
    }

    private static long Count(ImmutableArray<SourceText> texts)
    {
        var characters = 0L;
        foreach (var text in texts)
        {
            characters += text.Content.Length;
        }

        return characters;
    }

    private InputTexts With(SourceText text, Content content) => content switch
    {
        Content.Spec => this with { Specs = Specs.Add(text) },
        Content.Rules => this with { Rules = Rules.Add(text) },
        Content.Dashboard => this with { Dashboards = Dashboards.Add(text) },
        Content.Other => this,
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };

    /// <summary>The texts among some paths; all for null.</summary>
    public InputTexts Of(IReadOnlySet<string>? paths)
        => paths is null ? this : new InputTexts(Among(Catalogues, paths), Among(Specs, paths), Among(Rules, paths), Among(Dashboards, paths));

    private static ImmutableArray<SourceText> Among(ImmutableArray<SourceText> texts, IReadOnlySet<string> paths)
        => [.. texts.Where(t => paths.Contains(t.Path))];

    /// <summary>What is checked: specs, rule files and dashboards.</summary>
    public IEnumerable<SourceText> Checked => Specs.Concat(Rules).Concat(Dashboards);

    /// <summary>Reports that nothing that was asked for is there.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="inputs">The files.</param>
    /// <param name="config">The settings.</param>
    /// <param name="diagnostics">Takes the report, unless something worse has been reported.</param>
    public void CheckAny(CompilationRequest request, InputFiles inputs, ProjectConfig config, DiagnosticBag diagnostics)
    {
        var paths = request.Paths;
        var texts = Checked.Concat(paths.IsEmpty ? [] : Catalogues).Select(t => t.Path);
        var isAny = inputs.Reported is { } given
            ? texts.Any(given.Contains) || (inputs.Project.ConfigPath is { } settings && given.Contains(settings))
            : texts.Any();
        if (isAny || diagnostics.HasErrors)
        {
            return;
        }

        var place = inputs.Project.ConfigPath ?? (paths.IsEmpty ? "." : inputs.Project.ToProjectPath(paths[0]));
        var what = request.CheckRules ? "*.slo.yaml, rule file or dashboard" : "*.slo.yaml file";
        var message = paths.IsEmpty ? $"No file matches {string.Join(", ", config.Specs)}." : $"No {what} is in {string.Join(", ", paths)}.";
        diagnostics.Report(TextDiagnostics.SpecsNotFound, new SourceText(place, "").StartOfFile, message);
    }

    private static Content ContentOfNamed(SourceText text)
        => RuleFileDetector.LooksLikeRules(text.Path, text.Content) ? Content.Rules : IsDashboard(text) ? Content.Dashboard : Content.Spec;

    private static Content ContentOfFound(SourceText text, bool withRules)
        => SpecDetector.HoldsSpecs(text.Content) ? Content.Spec
            : !withRules ? Content.Other
            : RuleFileDetector.HoldsRules(text.Content) ? Content.Rules : IsDashboard(text) ? Content.Dashboard : Content.Other;

    private static bool IsDashboard(SourceText text) => DashboardDetector.IsCandidate(text.Path) && DashboardDetector.IsDashboard(text.Content);
}
