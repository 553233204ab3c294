using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>A severity that the project knows.</summary>
internal sealed class SeverityType : ScalarType<Located<string>>
{
    /// <summary>The only instance.</summary>
    public static SeverityType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "severity";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteText();

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<string> value)
    {
        value = new Located<string>(scalar.Value, scalar.Span);
        string[] known = ["page", "ticket", .. context.Config.Severities.Keys];
        if (known.Contains(scalar.Value, StringComparer.Ordinal))
        {
            return true;
        }

        var nearest = Spelling.Nearest(scalar.Value, known);
        var names = string.Join(", ", known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(k => $"`{k}`"));
        context.Report(
            SpecDiagnostics.UnknownSeverity,
            scalar.Span,
            $"Severity `{scalar.Value}` is not defined" + (nearest is null ? "." : $"; did you mean `{nearest}`?"),
            $"Write one of {names}, or define it under `severities` in slo.yaml.",
            nearest is null ? null : Spelling.Replace(scalar, nearest));
        return false;
    }
}
