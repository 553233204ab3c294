using NJsonSchema;
using SloCompiler.Language.Schema;
using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Tests;

public sealed class SchemaTests
{
    /// <summary>What a schema can see: form, not meaning.</summary>
    private static readonly HashSet<string> OfForm = new(StringComparer.Ordinal)
    {
        "unknown-key", "missing-field", "wrong-type", "unknown-value", "invalid-identifier", "conflicting-keys", "invalid-label-name",
        "invalid-window", "invalid-objective", "objective-without-percent", "invalid-burn-tier", "empty-value", "braces-read-as-yaml",
    };

    /// <summary>Findings of those names that only the reader can make.</summary>
    private static readonly HashSet<string> BeyondSchema = new(StringComparer.Ordinal)
    {
        "conflicting-keys", "missing-field", "empty-value", "invalid-identifier", "wrong-type",
    };

    private static readonly Dictionary<string, Task<JsonSchema>> Schemas =
        SchemaCatalog.Names.ToDictionary(n => n, n => JsonSchema.FromJsonAsync(SchemaCatalog.Write(n) ?? ""));

    public static TheoryData<string, string> GoodFiles => new()
    {
        { "spec", "tests/SloCompiler.Language.Tests/Good/everything.slo.yaml" },
        { "project", "tests/SloCompiler.Language.Tests/Good/project.yaml" },
        { "metrics", "tests/SloCompiler.Language.Tests/Good/app.metrics.yaml" },
        { "project", "slo.yaml" },
    };

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public async Task A_schema_accepts_what_the_reader_accepts(string schema, string path)
        => Assert.Equal([], await Validate(schema, File.ReadAllText(Repository.PathOf(path))));

    [Fact]
    public async Task The_schema_accepts_all_specs_of_the_repository()
    {
        foreach (var path in Directory.GetFiles(Repository.PathOf("slo-specs"), "*.slo.yaml", SearchOption.AllDirectories))
        {
            Assert.Equal([], await Validate("spec", File.ReadAllText(path)));
        }
    }

    [Fact]
    public async Task A_schema_refuses_wrong_forms_that_the_reader_refuses()
    {
        var accepted = new List<string>();
        foreach (var one in Case.All.Where(c => c.Expected.Any(e => OfForm.Contains(e.Name) && !BeyondSchema.Contains(e.Name))))
        {
            var schema = one.Kind is "project" or "metrics" ? one.Kind : "spec";
            if ((await Validate(schema, one.Text)).Count == 0)
            {
                accepted.Add(one.ToString());
            }
        }

        Assert.Empty(accepted);
    }

    [Theory]
    [InlineData("spec", "version: slo/v1\n")]
    [InlineData("spec", "version: slo/v1\nservice: edge\ntitel: x\n")]
    [InlineData("spec", "version: slo/v1\nservice: edge\nslos: {}\n")]
    [InlineData("spec", "version: slo/v1\nservice: a_b\n")]
    [InlineData("spec", "version: slo/v1\nservice: a\nslos: [{ name: a, objective: 99%, sli: {} }]\n")]
    [InlineData("spec", "version: slo/v1\nservice: a\nslos: [{ name: a, objective: 99%, sli: { probe: { gauge: up }, events: { bad: a, total: b } } }]\n")]
    [InlineData("spec", "version: slo/v1\nservice: a\nslos: [{ name: a, objective: 99%, sli: { events: { bad: a, good: b, total: c } } }]\n")]
    [InlineData("spec", "version: slo/v1\nservice: a\nslos: [{ name: a, objective: 99.9, sli: { probe: { gauge: up } } }]\n")]
    [InlineData("spec", "version: slo/v1\nservice: a\nlabels: { service: x }\n")]
    [InlineData("project", "window: monthly\n")]
    [InlineData("metrics", "version: metrics/v1\nmetrics: { a: { type: counters } }\n")]
    public async Task A_schema_refuses(string schema, string text)
    {
        var findings = schema switch
        {
            "project" => Fixtures.ReadProjectWithFindings(text).Diagnostics,
            "metrics" => Fixtures.ReadMetricsWithFindings(text).Diagnostics,
            _ => Fixtures.Read(text).Diagnostics,
        };

        Assert.NotEmpty(findings);
        Assert.NotEmpty(await Validate(schema, text));
    }

    [Fact]
    public void There_is_no_schema_of_another_name() => Assert.Null(SchemaCatalog.Write("other"));

    private static async Task<List<string>> Validate(string name, string yaml)
    {
        var schema = await Schemas[name];
        return YamlReader.Read(new SourceText("x", yaml), new DiagnosticBag())
            .SelectMany(d => schema.Validate(d.Root is null ? "null" : YamlJson.Convert(d.Root)?.ToJsonString() ?? "null"))
            .Select(e => e.ToString())
            .ToList();
    }
}
