using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Tests.Grafana.Validation;
using SloCompiler.BackEnds.Tests.Samples;
using SloCompiler.BackEnds.Tests.Targets;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Targets;
using SloCompiler.Testing;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Kubernetes;

public sealed class ObjectTests
{
    private const int AnnotationBytes = 262_144;

    private static readonly TargetSettings Settings = TargetSettings.Default with
    {
        Operator = new ObjectSettings { Namespace = "monitoring", Labels = [new("release", "stack"), new("app.kubernetes.io/managed-by", "us")] },
        Kubernetes = new ObjectSettings { Labels = [new("grafana_dashboard", "1")] },
    };

    [Theory]
    [InlineData("operator", "prometheusrule")]
    [InlineData("victoriametrics", "vmrule")]
    [InlineData("kubernetes", "configmap")]
    [InlineData("grafana-operator", "grafanadashboard")]
    public void Objects_fit_their_schema(string target, string schema)
    {
        var validator = Schema(schema);
        var files = ObjectsOf(target, OwnSpecs.With(Settings));

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Empty(validator.Validate(Json(f))));
        Assert.Equal(files.Length, files.Select(f => Json(f)["metadata"]?["name"]?.GetValue<string>()).Distinct().Count());
    }

    [Theory]
    [InlineData("prometheusrule", "rules", "ruls", "is unknown")]
    [InlineData("prometheusrule", "kind: PrometheusRule", "kind: PrometheusRules", "not PrometheusRule")]
    [InlineData("prometheusrule", "interval: 30s", "interval: 0.5m", "does not match")]
    [InlineData("prometheusrule", "name: slo-edge", "name: slo_edge", "does not match")]
    [InlineData("prometheusrule", "expr:", "exp:", "lacks expr")]
    public void The_schema_finds_planted_faults(string schema, string right, string wrong, string expected)
    {
        var plan = SamplePlan.OfRules(new RecordingRule { Record = "a", Expr = SampleSlo.Expr("up"), Origin = SamplePlan.Origin });
        var file = Assert.Single(ObjectsOf("operator", plan));

        Assert.Empty(Schema(schema).Validate(Json(file)));
        var faults = Schema(schema).Validate(Json(new OutputFile(file.Path, file.Text.Replace(right, wrong, StringComparison.Ordinal))));
        Assert.Contains(faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("operator")]
    [InlineData("victoriametrics")]
    public void A_large_service_becomes_several_objects_that_fit_into_an_annotation(string target)
    {
        var plan = Large(groups: 60, annotation: new string('"', 5_000));
        var files = ObjectsOf(target, plan);

        Assert.Equal(3, files.Length);
        Assert.Equal(["slo-edge", "slo-edge.2", "slo-edge.3"], files.Select(f => Json(f)["metadata"]?["name"]?.GetValue<string>()));
        Assert.All(files, f => Assert.InRange(LastApplied(f), 1, AnnotationBytes));
        var groups = files.SelectMany(f => Json(f)["spec"]?["groups"]?.AsArray() ?? []).Select(g => g?["name"]?.GetValue<string>()).ToList();
        Assert.Equal(plan.Services[0].Groups.Select(g => g.Name), groups);
        Assert.Empty(Check(target, plan));
    }

    [Theory]
    [InlineData(250_000, "object-needs-server-side-apply")]
    [InlineData(600_000, "object-too-large")]
    public void A_group_that_fits_into_no_object_is_reported(int bytes, string expected)
    {
        var found = Assert.Single(Check("operator", Large(groups: 1, annotation: new string('x', bytes))));
        Assert.Equal(expected, found.Descriptor.Name);
        Assert.Contains("edge/group-0", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kubernetes", "data")]
    [InlineData("grafana-operator", "spec")]
    public void Objects_hold_the_dashboards_that_files_hold(string target, string field)
    {
        var files = BackEndCatalog.Default.Single(b => b.Name == "grafana").Generate(OwnSpecs.Plan)
            .Where(f => f.Path.EndsWith(".json", StringComparison.Ordinal)).Select(f => JsonNode.Parse(f.Text)?.ToJsonString());
        var objects = ObjectsOf(target, OwnSpecs.Plan).Select(f => Json(f)[field]?.AsObject() ?? [])
            .Select(o => JsonNode.Parse((o["json"] ?? o.First().Value)?.GetValue<string>() ?? "")?.ToJsonString());

        Assert.Equal(files, objects);
        Assert.Empty(Check(target, OwnSpecs.Plan));
    }

    [Theory]
    [InlineData("kubernetes", 100_000, null)]
    [InlineData("kubernetes", 280_000, "object-needs-server-side-apply")]
    [InlineData("grafana-operator", 280_000, "object-needs-server-side-apply")]
    [InlineData("kubernetes", 1_100_000, "object-too-large")]
    public void A_dashboard_beyond_what_an_object_takes_is_reported_at_its_spec(string target, int bytes, string? expected)
    {
        var sample = SamplePlan.Of(SamplePlan.Availability);
        var panel = new PlannedPanel { Title = "Notes", Type = PlannedPanelType.Text, Unit = "short", Content = new string('x', bytes), Origin = SamplePlan.Origin };
        var plan = sample with { Services = [sample.Services[0] with { Rows = [new PlannedRow("Notes", [panel])] }] };

        var found = Check(target, plan);

        Assert.Equal(expected is null ? [] : [expected], found.Select(f => f.Descriptor.Name));
        Assert.All(found, f => Assert.Equal(SamplePlan.Origin, f.Span));
    }

    private static CompilationPlan Large(int groups, string annotation)
    {
        var plan = SamplePlan.OfRules();
        var alert = new AlertingRule
        {
            Alert = "A<b>&",
            Kind = AlertKind.Threshold,
            Expr = SampleSlo.Expr("up > 1"),
            Annotations = [new("summary", annotation)],
            Origin = SamplePlan.Origin,
        };
        var many = Enumerable.Range(0, groups).Select(i => new RuleGroup(string.Create(CultureInfo.InvariantCulture, $"edge/group-{i}"), null, [alert]));
        return plan with { Services = [plan.Services[0] with { Groups = [.. many] }] };
    }

    private static OutputFile[] ObjectsOf(string target, CompilationPlan plan)
        => [.. BackEnd(target).Generate(plan).Where(f => !f.Path.Contains("/vmalert/", StringComparison.Ordinal))];

    private static Diagnostic[] Check(string target, CompilationPlan plan) => [.. BackEnd(target).Check(plan, BackEnd(target).Generate(plan), SamplePlan.Origin)];

    private static IBackEnd BackEnd(string target) => BackEndCatalog.All.Single(b => b.Name == target);

    private static JsonObject Json(OutputFile file) => YamlValues.ToJson(YamlValues.Read(file)).AsObject();

    /// <summary>The annotation that kubectl makes: the object as JSON; the default escapes of .NET are at least those of Go.</summary>
    private static int LastApplied(OutputFile file)
        => Encoding.UTF8.GetByteCount(Json(file).ToJsonString().Replace("\\u0022", "\\\"", StringComparison.Ordinal).Replace("\\u0027", "'", StringComparison.Ordinal));

    private static JsonSchemaValidator Schema(string name)
        => new(JsonNode.Parse(File.ReadAllText(Repository.PathOf($"tests/SloCompiler.BackEnds.Tests/Kubernetes/Schemas/{name}.json")))?.AsObject()
            ?? throw new JsonException(name));
}
