using System.Collections.Immutable;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Alertmanager;

/// <summary>Inhibition for Alertmanager, so that one incident is one notification, with an example of routes and templates for them.</summary>
public sealed class AlertmanagerBackEnd : IBackEnd
{
    /// <summary>The file, relative to the output folder.</summary>
    public const string Path = "alertmanager/slo.yml";

    /// <summary>The templates of notifications, relative to the output folder.</summary>
    public const string TemplatePath = "alertmanager/slo.tmpl";

    /// <inheritdoc />
    public string Name => "alertmanager";

    /// <inheritdoc />
    public bool NeedsNativeRules => true;

    /// <inheritdoc />
    public string Description => "Inhibition rules and templates for Alertmanager, and an example of routes.";

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default)
    {
        var slos = plan.Services.SelectMany(s => s.Slos).ToImmutableArray();
        if (slos.All(s => s.Tiers.IsEmpty))
        {
            return [];
        }

        var rules = new YamlList([.. PageOverTicket(plan.Project, slos), .. FastOverSlow(slos)]);
        var file = YamlMap.Empty.With("inhibit_rules", rules) with { Comment = [GeneratedMarker.FromAllSpecs, .. RoutingExample.Comment(plan.Project)] };
        return [new OutputFile(Path, YamlTextWriter.Write(file)), new OutputFile(TemplatePath, AlertTemplates.Write())];
    }

    private static IEnumerable<YamlMap> PageOverTicket(ProjectFacts project, ImmutableArray<SloPlan> slos)
    {
        if (project.PageSeverity == project.TicketSeverity || !slos.Any(s => s.Tiers.Any(t => t.IsPage) && s.Tiers.Any(t => !t.IsPage)))
        {
            yield break;
        }

        yield return Rule(
            "While an SLO pages, its tickets are silent.",
            [Matcher(SeriesNames.SeverityLabel, "=", project.PageSeverity)],
            [Matcher(SeriesNames.SeverityLabel, "=", project.TicketSeverity)],
            Identity(slos));
    }

    /// <summary>One rule for every tier that some SLO has above another of the same severity.</summary>
    private static IEnumerable<YamlMap> FastOverSlow(ImmutableArray<SloPlan> slos)
    {
        var pairs = slos.SelectMany(s => s.Tiers.GroupBy(t => t.Severity, StringComparer.Ordinal))
            .SelectMany(tiers => tiers.SelectMany((fast, i) => tiers.Skip(i + 1).Select(slow => new TierPair(fast.Name, slow.Name))))
            .Distinct()
            .GroupBy(p => p.Fast, p => p.Slow, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            yield return Rule(
                $"While the tier {pair.Key} of a severity fires, slower tiers of the same severity are silent.",
                [Matcher(SeriesNames.TierLabel, "=", pair.Key)],
                [OneOf(SeriesNames.TierLabel, [.. pair.Order(StringComparer.Ordinal)])],
                [SeriesNames.SeverityLabel, .. Identity(slos)]);
        }
    }

    private static YamlMap Rule(string why, ImmutableArray<string> source, ImmutableArray<string> target, ImmutableArray<string> equal)
    {
        var alert = Matcher("alertname", "=", SeriesNames.BurnAlert);
        return YamlMap.Empty
            .With("source_matchers", List([alert, .. source]))
            .With("target_matchers", List([alert, .. target]))
            .With("equal", List(equal)) with
        { Comment = [why] };
    }

    /// <summary>Service, SLO and every <c>by</c> label in use: an SLO without such a label lacks it on both sides, which counts as equal.</summary>
    private static ImmutableArray<string> Identity(ImmutableArray<SloPlan> slos)
        =>
        [
            SeriesNames.ServiceLabel,
            SeriesNames.SloLabel,
            .. slos.SelectMany(s => s.By).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];

    private static string OneOf(string label, ImmutableArray<string> values)
        => values is [var only] ? Matcher(label, "=", only) : Matcher(label, "=~", string.Join('|', values));

    private static YamlList List(ImmutableArray<string> items) => new([.. items.Select(i => new YamlText(i))]);

    internal static string Matcher(string label, string op, string value)
    {
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return $"{label}{op}\"{escaped}\"";
    }

    private sealed record TierPair(string Fast, string Slow);
}
