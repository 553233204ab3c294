using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>The name and version of the language of a document.</summary>
internal sealed class VersionType(string version) : ScalarType<string>
{
    /// <inheritdoc />
    public override string Name => $"`{version}`";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteEnum([version]);

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        if (scalar.Value == version)
        {
            return true;
        }

        context.Report(
            SpecDiagnostics.UnknownVersion,
            scalar.Span,
            $"Version `{scalar.Value}` is not known here.",
            $"Write `version: {version}`.");
        return false;
    }
}
