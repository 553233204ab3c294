using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.PromQL;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>A duration as Prometheus writes it, above 0.</summary>
internal sealed class DurationType : ScalarType<PrometheusDuration>
{
    /// <summary>What a duration looks like, as a regular expression.</summary>
    public const string Pattern = "^([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$";

    /// <summary>The only instance.</summary>
    public static DurationType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "duration";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern(Pattern);

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, out PrometheusDuration value)
    {
        if (!PrometheusDuration.TryParse(scalar.Value, out value))
        {
            ReportInvalid(scalar, context);
            return false;
        }

        if (value.Milliseconds == 0)
        {
            context.Report(SpecDiagnostics.InvalidDuration, scalar.Span, "A duration of 0 has no effect here.");
            return false;
        }

        return true;
    }

    private static void ReportInvalid(YamlScalar scalar, ReadContext context)
    {
        var isNumber = scalar.Value.All(char.IsAsciiDigit);
        var meant = isNumber ? null : DurationGuess.Of(scalar.Value, "");
        var hint = isNumber ? " has no unit." : meant is null ? " is not a duration." : $" is not a duration; did you mean `{meant}`?";
        context.Report(
            SpecDiagnostics.InvalidDuration,
            scalar.Span,
            $"`{scalar.Value}`{hint}",
            fix: meant is null ? null : Spelling.Replace(scalar, meant));
    }
}
