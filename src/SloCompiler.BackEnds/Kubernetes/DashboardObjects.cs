using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.BackEnds.Grafana;
using SloCompiler.BackEnds.Grafana.Json;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Targets;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.BackEnds.Kubernetes;

/// <summary>A back end that puts every dashboard into an object of its own: a dashboard cannot be divided.</summary>
public abstract class DashboardObjects : IBackEnd
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public bool NeedsNativeRules => true;

    /// <inheritdoc />
    public abstract string Description { get; }

    /// <summary>Group and version of the objects.</summary>
    private protected abstract string ApiVersion { get; }

    /// <summary>Their kind.</summary>
    private protected abstract string Kind { get; }

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default)
        => [.. GrafanaBackEnd.Dashboards(plan).Select(d => new OutputFile(
            $"{Name}/{d.Name}.yml",
            buffer => YamlTextWriter.Write(Create(d.Build(), plan.Project.Targets) with { Comment = [CommentOf(d.Name, plan)] }, buffer)))];

    /// <inheritdoc />
    public ImmutableArray<Diagnostic> Check(CompilationPlan plan, ImmutableArray<OutputFile> files, SourceSpan asked)
    {
        // Only the size of large files is worth a second building of the dashboards.
        if (files.All(f => ObjectSize.MostAsJson(f.Text) <= ObjectSize.OfAnnotations))
        {
            return [];
        }

        var found = new DiagnosticBag();
        foreach (var (name, build) in GrafanaBackEnd.Dashboards(plan))
        {
            var size = ObjectSize.AsJson(Create(build(), plan.Project.Targets));
            var place = plan.Services.FirstOrDefault(s => s.Service == name) is { Slos: [var slo, ..] } ? slo.Origin : asked;
            if (size > ObjectSize.OfObject)
            {
                found.Report(BackEndDiagnostics.ObjectTooLarge, place, Message(name, size, ObjectSize.OfObject));
            }
            else if (size > ObjectSize.OfAnnotations)
            {
                found.Report(BackEndDiagnostics.ObjectNeedsServerSideApply, place, Message(name, size, ObjectSize.OfAnnotations));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Their annotations.</summary>
    private protected virtual ImmutableArray<PlanLabel> Annotations => [];

    /// <summary>Namespace and labels.</summary>
    private protected abstract ObjectSettings SettingsOf(TargetSettings settings);

    /// <summary>The field that holds the dashboard.</summary>
    /// <param name="uid">Uid of the dashboard.</param>
    /// <param name="json">The dashboard.</param>
    /// <param name="settings">The settings of the project's targets.</param>
    private protected abstract YamlMapEntry ContentOf(string uid, string json, TargetSettings settings);

    private YamlMap Create(Dashboard dashboard, TargetSettings settings) => ObjectYaml.Create(
        ApiVersion,
        Kind,
        dashboard.Uid,
        SettingsOf(settings),
        ContentOf(dashboard.Uid, JsonText.WriteLines(ClassicDashboard.Build(dashboard)), settings),
        Annotations);

    private static string CommentOf(string name, CompilationPlan plan)
        => plan.Services.FirstOrDefault(s => s.Service == name) is { } service ? GeneratedMarker.From(service.SpecPath) : GeneratedMarker.FromAllSpecs;

    private static string Message(string name, int size, int most)
        => string.Create(CultureInfo.InvariantCulture, $"The object with the dashboard {name} has {size:#,0} bytes; {most:#,0} fit.");
}
