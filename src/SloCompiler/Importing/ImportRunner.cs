using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Importing.Rules;
using SloCompiler.Language.Model;
using SloCompiler.Language.Printing;
using SloCompiler.Language.Reading;
using SloCompiler.Lowering;
using SloCompiler.Plan;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Importing;

/// <summary>
/// Makes native specs of foreign ones and tells every difference. What is printed is read and lowered again, so that nothing is
/// handed out that would not compile. Writes nothing; that is <see cref="ImportWriter"/>'s work.
/// </summary>
public static class ImportRunner
{
    /// <summary>Imports. Whatever is wrong with the input is in the diagnostics; nothing throws for it.</summary>
    public static ImportResult Run(ImportRequest request, IFileSystem files)
    {
        var diagnostics = new DiagnosticBag();
        request.Progress?.Begin("reading files");
        var inputs = ImportInputs.Read(request, files, diagnostics);
        request.Progress?.Begin("importing");
        var result = new StageGuard(diagnostics).Run("import", () => Import(request, inputs, diagnostics))
            ?? new ImportResult(request.Tool, inputs.Project, [], [], []);
        request.Progress?.End();
        var findings = diagnostics.ToImmutable().Distinct().Order(DiagnosticOrder.Instance).ToImmutableArray();
        var isBroken = diagnostics.HasErrors;
        return result with { Specs = isBroken ? [] : result.Specs, Differences = isBroken ? [] : result.Differences, Diagnostics = findings };
    }

    private static ImportResult Import(ImportRequest request, ImportInputs inputs, DiagnosticBag diagnostics)
    {
        var differences = new DifferenceList();
        var specs = request.Tool == ImportTool.Rules
            ? ImportRules(request, inputs, differences, diagnostics)
            : ImportDialect(request, inputs, differences, diagnostics);
        return new ImportResult(request.Tool, inputs.Project, specs, differences.ToImmutable(), []);
    }

    private static ImmutableArray<ImportedSpec> ImportDialect(ImportRequest request, ImportInputs inputs, DifferenceList differences, DiagnosticBag diagnostics)
    {
        var workers = request.Workers;
        var read = SpecReader.Read(inputs.Texts, inputs.Config, inputs.Catalogue, workers);
        diagnostics.ReportAll(read.Diagnostics);
        if (diagnostics.HasErrors)
        {
            return [];
        }

        return ImportServices(request, inputs, read.Specs, differences, diagnostics, workers);
    }

    private static ImmutableArray<ImportedSpec> ImportServices(
        ImportRequest request, ImportInputs inputs, SpecSet read, DifferenceList differences, DiagnosticBag diagnostics, Workers workers)
    {
        var foreign = read with { Services = [.. read.Services.Where(s => s.Dialect == request.ToolName)] };
        var natives = ToNative(foreign.Services, inputs, differences);
        var comments = inputs.Texts.ToDictionary(t => t.Path, SourceComments.Of, StringComparer.Ordinal);
        var specs = Print(natives, inputs, comments);
        if (Lower(specs, inputs, workers, diagnostics) is { } plan)
        {
            new DialectDifferences(request.Tool, differences).Add(foreign, natives, plan, workers);
        }

        ReportComments(inputs, comments, differences);
        return specs;
    }

    private static ImmutableArray<ImportedSpec> ImportRules(ImportRequest request, ImportInputs inputs, DifferenceList differences, DiagnosticBag diagnostics)
    {
        var workers = request.Workers;
        var files = new RuleFileStage(inputs.Config, workers).Read(inputs.Texts, diagnostics);
        if (diagnostics.HasErrors)
        {
            return [];
        }

        var import = new RuleImport(inputs.Project, differences);
        var natives = ToNative(import.Read(files), inputs, differences);
        var specs = Print(natives, inputs, inputs.Texts.ToDictionary(t => t.Path, SourceComments.Of, StringComparer.Ordinal));
        if (Lower(specs, inputs, workers, diagnostics) is { } plan)
        {
            import.AddDifferences(natives, plan);
        }

        return specs;
    }

    private static ImmutableArray<ServiceSpec> ToNative(ImmutableArray<ServiceSpec> services, ImportInputs inputs, DifferenceList differences)
    {
        var forms = services.Select(s => NativeForm.Of(s, inputs.Config)).ToImmutableArray();
        foreach (var (service, change) in forms.SelectMany(f => f.Changes.Select(c => (f.Service, c))))
        {
            differences.Add(change.Kind, change.Slo is null ? service.Name.Value : $"{service.Name.Value}/{change.Slo}", change.Message);
        }

        return [.. forms.Select(f => f.Service)];
    }

    /// <summary>The specs as documents.</summary>
    internal static ImmutableArray<ImportedSpec> Print(ImmutableArray<ServiceSpec> services, ImportInputs inputs, Dictionary<string, SourceComments> comments)
    {
        var options = new SpecPrintOptions
        {
            DefaultWindow = inputs.Config.DefaultWindow,
            Catalogue = inputs.Catalogue,
            CommentsOf = span => comments.GetValueOrDefault(span.Source.Path)?.Take(span) ?? [],
        };
        return [.. services.Select(s => new ImportedSpec(s.Name.Value, [.. s.Slos.Select(o => o.Name.Value)], SpecPrinter.Print(s, options)))];
    }

    /// <summary>The plan of printed specs; null after reporting why there is none.</summary>
    internal static CompilationPlan? Lower(ImmutableArray<ImportedSpec> specs, ImportInputs inputs, Workers workers, DiagnosticBag diagnostics)
    {
        var sources = specs.Select(s => new SourceText(s.FileName, s.Text)).ToImmutableArray();
        var read = SpecReader.Read(sources, inputs.Config, inputs.Catalogue, workers);
        diagnostics.ReportAll(read.Diagnostics.Where(d => d.Severity == Severity.Error));
        if (diagnostics.HasErrors)
        {
            return null;
        }

        var lowered = SpecLowering.Lower(read.Specs, workers);
        diagnostics.ReportAll(lowered.Diagnostics.Where(d => d.Severity == Severity.Error));
        return lowered.Plan;
    }

    private static void ReportComments(ImportInputs inputs, Dictionary<string, SourceComments> comments, DifferenceList differences)
    {
        foreach (var text in inputs.Texts)
        {
            foreach (var line in comments[text.Path].Left)
            {
                differences.Add(
                    "comment",
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{inputs.Project.ToDisplay(text.Path)}:{line}"),
                    "The comment is left out: what it is about has no line of its own in the native spec.");
            }
        }
    }
}
