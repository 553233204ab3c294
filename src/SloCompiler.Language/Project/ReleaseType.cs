using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project;

/// <summary>The number of a release: <c>2.42</c> or <c>2.42.0</c>.</summary>
internal sealed class ReleaseType : ScalarType<PrometheusRelease>
{
    /// <summary>The only instance.</summary>
    public static ReleaseType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "release";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern("^[0-9]+[.][0-9]+([.][0-9]+)?$", allowsNumber: true);

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, out PrometheusRelease value)
    {
        if (PrometheusRelease.Parse(scalar.Value) is { } release)
        {
            value = release;
            return true;
        }

        value = default;
        context.Report(SpecDiagnostics.InvalidNumber, scalar.Span, $"`{scalar.Value}` is not a release.", "Write it as `\"2.42\"`, in quotes.");
        return false;
    }
}
