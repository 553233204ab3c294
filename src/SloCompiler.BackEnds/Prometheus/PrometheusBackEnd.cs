using System.Collections.Immutable;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.PromQL.Printing;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Prometheus;

/// <summary>Rule files, one document each: Prometheus reads only the first document of a file.</summary>
public sealed class PrometheusBackEnd : IBackEnd
{
    /// <inheritdoc />
    public string Name => "prometheus";

    /// <inheritdoc />
    public string Description => "Recording and alerting rules, one file per service.";

    /// <summary>The rule file of a service, relative to the output folder.</summary>
    public static string PathOf(string service) => $"prometheus/{service}.rules.yml";

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default)
        => workers.Map([.. plan.Services.Where(s => !s.Groups.IsEmpty)], s => new OutputFile(PathOf(s.Service), Write(s)));

    private static string Write(ServicePlan service)
    {
        var groups = new YamlList([.. service.Groups.Select(Group)]);
        return YamlTextWriter.Write(YamlMap.Empty.With("groups", groups) with { Comment = [GeneratedMarker.From(service.SpecPath)] });
    }

    private static YamlMap Group(RuleGroup group)
    {
        var map = YamlMap.Empty.With("name", group.Name);
        if (group.Interval is { } interval)
        {
            map = map.With("interval", interval.ToString());
        }

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
