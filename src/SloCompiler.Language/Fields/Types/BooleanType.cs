using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary><c>true</c> or <c>false</c>; other spellings of YAML 1.1 are refused because YAML 1.2 reads them as text.</summary>
internal sealed class BooleanType : ScalarType<bool>
{
    /// <summary>The only instance.</summary>
    public static BooleanType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "`true` or `false`";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteType("boolean");

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, out bool value)
    {
        value = scalar.Value == "true";
        if (scalar.Value is "true" or "false")
        {
            return true;
        }

        context.Report(SpecDiagnostics.WrongType, scalar.Span, $"Expected `true` or `false`, but found `{scalar.Value}`.");
        return false;
    }
}
