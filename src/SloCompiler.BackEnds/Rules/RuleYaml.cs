using System.Collections.Immutable;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.PromQL.Printing;

namespace SloCompiler.BackEnds.Rules;

/// <summary>Rules as YAML, in the form that Prometheus gave it and every engine took over.</summary>
internal static class RuleYaml
{
    /// <summary>The groups of a file or of an object's <c>spec</c>.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="extra">Fields of the engine's own, for every group.</param>
    public static YamlList Groups(ImmutableArray<RuleGroup> groups, params ImmutableArray<YamlMapEntry> extra)
        => new([.. groups.Select(g => Group(g, extra))]);

    /// <summary>A file of groups with the sentence that says where it comes from.</summary>
    /// <param name="path">Relative to the output folder.</param>
    /// <param name="service">The service whose rules they are.</param>
    /// <param name="build">Builds the content.</param>
    public static OutputFile File(string path, ServicePlan service, Func<YamlMap> build)
        => new(path, buffer => YamlTextWriter.Write(build() with { Comment = [GeneratedMarker.From(service.SpecPath)] }, buffer));

    /// <summary>A group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="extra">Fields of the engine's own.</param>
    public static YamlMap Group(RuleGroup group, ImmutableArray<YamlMapEntry> extra)
    {
        var map = YamlMap.Empty.With("name", group.Name);
        if (group.Interval is { } interval)
        {
            map = map.With("interval", interval.ToString());
        }

        map = map with { Entries = map.Entries.AddRange(extra) };
        return map.With("rules", new YamlList([.. group.Rules.Select(Rule)]));
    }

    private static YamlMap Rule(PlannedRule rule) => rule switch
    {
        RecordingRule record => WithLabels(WithExpr(YamlMap.Empty.With("record", record.Record), rule), "labels", rule.Labels),
        AlertingRule alert => Alert(alert),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static YamlMap Alert(AlertingRule alert)
    {
        var map = WithExpr(YamlMap.Empty.With("alert", alert.Alert), alert);
        if (alert.For is { } duration)
        {
            map = map.With("for", duration.ToString());
        }

        return WithLabels(WithLabels(map, "labels", alert.Labels), "annotations", alert.Annotations);
    }

    private static YamlMap WithExpr(YamlMap map, PlannedRule rule) => map.With("expr", PromQlPrinter.PrintPretty(rule.Expr));

    private static YamlMap WithLabels(YamlMap map, string key, ImmutableArray<PlanLabel> labels)
        => labels.IsEmpty
            ? map
            : map.With(key, new YamlMap([.. labels.Select(l => new YamlMapEntry(l.Name, new YamlText(l.Value)))]));
}
