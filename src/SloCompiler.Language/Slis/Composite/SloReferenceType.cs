using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Slis.Composite;

/// <summary>The name of an SLO, of another service as <c>service/slo</c>.</summary>
internal sealed class SloReferenceType : ScalarType<Located<string>>
{
    /// <summary>The only instance.</summary>
    public static SloReferenceType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "`slo`, or `service/slo`";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern("^[A-Za-z0-9-]+(/[A-Za-z0-9-]+)?$", allowsNumber: true);

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<string> value)
    {
        value = new Located<string>(scalar.Value, scalar.Span);
        var parts = scalar.Value.Split('/');
        if (parts.Length <= 2 && parts.All(IdentifierType.IsValid))
        {
            return true;
        }

        context.Report(SpecDiagnostics.InvalidIdentifier, scalar.Span, $"`{scalar.Value}` does not name an SLO.", "Write `slo` or `service/slo`.");
        return false;
    }
}
