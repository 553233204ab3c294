using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Language.Model;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;
using SloCompiler.Reports.Data;
using SloCompiler.Reports.Measuring;
using SloCompiler.Reports.Model;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Reports;

/// <summary>Makes the pages of a report: an index, and one for each SLO. Looks at no clock and no file.</summary>
public static class ReportBuilder
{
    /// <summary>Path of the page with all SLOs.</summary>
    public const string IndexPath = "index.html";

    /// <summary>The pages for what a compilation gave.</summary>
    /// <param name="result">The compilation, with the findings of its check.</param>
    /// <param name="options">How the report is made.</param>
    public static ReportPages Build(CompilationResult result, ReportOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var templates = ReportTemplates.Read(options, diagnostics);
        if (diagnostics.HasErrors || result.Plan is not { } plan)
        {
            return new ReportPages([], diagnostics.ToImmutable());
        }

        var findings = new Findings(result);
        var slos = SlosOf(plan, result.Specs, findings, options.Measurements);
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        Add(IndexPath, "index", new IndexModel(plan, slos, findings, result.Project).Page(), "");
        foreach (var slo in slos)
        {
            Add(slo.Path, "slo", slo.Page(plan.Project.GrafanaUrl, result.Project), "../../");
        }

        if (options.Measurements is { } data)
        {
            files.AddRange(DataFiles.Of(slos, data));
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new ReportPages(diagnostics.HasErrors ? [] : files.ToImmutable(), [.. diagnostics.ToImmutable().Distinct()]);

        void Add(string path, string template, Dictionary<string, object?> page, string root)
        {
            page["generated"] = GeneratedMarker.FromAllSpecs;
            page["report_title"] = options.Title;
            page["root"] = root;
            page["measurement"] = options.Measurements is { } measured ? MeasuredModel.Of(measured) : null;
            page["is_live"] = options.IsLive;
            if (!diagnostics.HasErrors && templates.Write(template, page, diagnostics) is { } text)
            {
                files.Add(new OutputFile(path, text.Replace("\r\n", "\n", StringComparison.Ordinal)));
            }
        }
    }

    private static ImmutableArray<SloModel> SlosOf(CompilationPlan plan, SpecSet? specs, Findings findings, Measurements? measurements)
    {
        var traffic = (specs?.Services ?? []).SelectMany(service => service.Slos.Select(slo => (Id: (service.Name.Value, slo.Name.Value), slo.Traffic)))
            .DistinctBy(s => s.Id)
            .ToDictionary(s => s.Id, s => s.Traffic?.EventsPerSecond);
        return [.. plan.Services.SelectMany(service => service.Slos.Select(slo => Of(service, TierModel.WithHolds(slo, service))))];

        SloModel Of(ServicePlan service, SloPlan slo)
            => new(service, slo, traffic.GetValueOrDefault((slo.Service, slo.Name)), findings.Of(slo)) { Measured = measurements?.Of(slo) };
    }
}
