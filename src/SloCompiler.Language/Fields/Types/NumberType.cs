using System.Globalization;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>A decimal number.</summary>
/// <param name="exclusiveMinimum">The number must be above this; null for any.</param>
internal sealed class NumberType(decimal? exclusiveMinimum = null) : ScalarType<decimal>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Any number.</summary>
    public static NumberType Any { get; } = new();

    /// <summary>A number above 0.</summary>
    public static NumberType Positive { get; } = new(0);

    /// <inheritdoc />
    public override string Name => exclusiveMinimum is { } minimum
        ? "number above " + minimum.ToString(CultureInfo.InvariantCulture)
        : "number";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
    {
        writer.WriteType("number");
        writer.WriteExclusiveMinimum(exclusiveMinimum);
    }

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, out decimal value)
    {
        if (!decimal.TryParse(scalar.Value, Style, CultureInfo.InvariantCulture, out value))
        {
            context.Report(SpecDiagnostics.InvalidNumber, scalar.Span, $"`{scalar.Value}` is not a number.");
            return false;
        }

        if (value <= exclusiveMinimum)
        {
            context.Report(SpecDiagnostics.InvalidNumber, scalar.Span, $"`{scalar.Value}` is out of range; expected a {Name}.");
            return false;
        }

        return true;
    }
}
