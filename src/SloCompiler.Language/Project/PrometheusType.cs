using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Project.Server;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project;

/// <summary>What is known of Prometheus.</summary>
/// <param name="Target">What it reads.</param>
/// <param name="Server">How it is reached.</param>
internal sealed record PrometheusSettings(PrometheusTarget Target, ServerConfig Server);

/// <summary>The fields of <c>prometheus</c>.</summary>
internal static class PrometheusFields
{
    private static readonly Field<PrometheusRelease> Version = new(
        "version",
        ReleaseType.Instance,
        "The oldest release that must read the rules; what only newer ones know is an error.")
    {
        Default = $"the latest known, {PrometheusRelease.Latest}",
        Example = "\"2.42\"",
    };

    private static readonly Field<ImmutableArray<string>> Features = new(
        "features",
        new ListType<string>(TextType.Instance),
        "The values of `--enable-feature` that every Prometheus runs with. An expression that needs another one is an error; where this is not given, a warning.")
    {
        Default = "not known",
        Example = $"[{FeatureFlags.ExperimentalFunctions}]",
    };

    private static readonly Shape Shape = new(
        "prometheus",
        "Prometheus",
        "The Prometheus that reads the rules, and how it is asked. Secrets come from files and environment variables only.",
        [Version, Features, .. ServerFields.All])
    {
        Choices = ServerFields.Choices,
    };

    /// <summary>The block.</summary>
    public static FieldType<PrometheusSettings> Type { get; } = new ShapeType<PrometheusSettings>(Shape, Read);

    private static PrometheusSettings Read(FieldReader fields)
    {
        var target = new PrometheusTarget(fields.GetValue(Version) ?? PrometheusRelease.Latest) { Flags = fields.GetValue(Features) ?? default };
        return new PrometheusSettings(target, ServerFields.Read(fields));
    }
}

/// <summary>The block, or its release alone.</summary>
internal sealed class PrometheusType : FieldType<PrometheusSettings>
{
    /// <summary>The only instance.</summary>
    public static PrometheusType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => $"{ReleaseType.Instance.Name}, or settings";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => PrometheusFields.Type.Shapes;

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, [MaybeNullWhen(false)] out PrometheusSettings value)
    {
        if (node is YamlMapping)
        {
            return PrometheusFields.Type.TryRead(node, context, out value);
        }

        value = ReleaseType.Instance.TryRead(node, context, out var release) ? new PrometheusSettings(new PrometheusTarget(release), ServerConfig.None) : null;
        return value is not null;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
        => writer.WriteAnyOf([ReleaseType.Instance.WriteSchema, PrometheusFields.Type.WriteSchema]);
}
