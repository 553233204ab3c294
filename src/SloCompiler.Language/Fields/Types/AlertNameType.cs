using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>The name of an alert.</summary>
internal sealed class AlertNameType : ScalarType<Located<string>>
{
    /// <summary>The only instance.</summary>
    public static AlertNameType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "alert name";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern("^[A-Za-z_][A-Za-z0-9_]*$");

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<string> value)
    {
        value = new Located<string>(scalar.Value, scalar.Span);
        var name = scalar.Value;
        if (name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return true;
        }

        context.Report(
            SpecDiagnostics.InvalidIdentifier,
            scalar.Span,
            $"`{name}` is not a valid name of an alert.",
            "Use letters, digits and underscores, starting with a letter: `ImportBacklogGrowing`.");
        return false;
    }
}
