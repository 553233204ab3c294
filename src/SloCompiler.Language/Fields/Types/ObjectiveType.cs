using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>An objective: <c>99.9%</c>, <c>p95 &lt; 250ms</c>, <c>99% fresher than 10m</c>.</summary>
internal sealed class ObjectiveType : ScalarType<Objective>
{
    /// <summary>The only instance.</summary>
    public static ObjectiveType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "objective";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
    {
        const string Quantity = "([0-9]+([.][0-9]+)?(ns|us|µs|ms|s|m|h|d|w))+";
        const string Percent = "[0-9]+([.][0-9]+)? *%";
        writer.WritePattern($"^ *([pP][0-9]+([.][0-9]+)? *<=? *{Quantity}|{Percent}( *(<=?|(faster|fresher) +than) *{Quantity})?) *$");
    }

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Objective value)
    {
        value = null;
        if (decimal.TryParse(scalar.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var bare))
        {
            ReportBareNumber(scalar, bare, context);
            return false;
        }

        var result = ObjectiveGrammar.Read(scalar.Value);
        if (result.Value is not { } syntax)
        {
            ReportSyntax(scalar, result.Error, context);
            return false;
        }

        value = ToObjective(syntax, scalar);
        return IsInRange(syntax, scalar, context);
    }

    private static Objective ToObjective(ObjectiveSyntax syntax, YamlScalar scalar)
    {
        var text = scalar.Value.Trim();
        return syntax.Kind switch
        {
            ThresholdKind.None => new RatioObjective(syntax.Target, text, scalar.Span),
            ThresholdKind.Faster => new LatencyObjective(syntax.Target, syntax.ThresholdSeconds, text, scalar.Span),
            ThresholdKind.Fresher => new FreshnessObjective(syntax.Target, syntax.ThresholdSeconds, text, scalar.Span),
            _ => throw new InvalidOperationException($"Unknown kind of threshold {syntax.Kind}."),
        };
    }

    private static bool IsInRange(ObjectiveSyntax syntax, YamlScalar scalar, ReadContext context)
    {
        if (syntax.Target is <= 0 or >= 1)
        {
            context.Report(SpecDiagnostics.ObjectiveOutOfRange, scalar.Span, $"`{scalar.Value}` is not between 0 % and 100 %.");
            return false;
        }

        if (syntax.Kind != ThresholdKind.None && syntax.ThresholdSeconds <= 0)
        {
            context.Report(SpecDiagnostics.InvalidObjective, scalar.Span, $"`{scalar.Value}` has a threshold of 0.");
            return false;
        }

        return !IsShareAsPercentile(syntax, scalar, context);
    }

    // p0.95 is meant as the share 0.95, not as 0.95 %.
    private static bool IsShareAsPercentile(ObjectiveSyntax syntax, YamlScalar scalar, ReadContext context)
    {
        const decimal LeastPercentile = 0.01m;
        var text = scalar.Value.TrimStart();
        if (syntax.Target >= LeastPercentile || !text.StartsWith("p0", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var meant = string.Create(CultureInfo.InvariantCulture, $"p{syntax.Target * 10_000:0.############}");
        var written = text[..text.TakeWhile(c => c is 'p' or 'P' or '.' || char.IsAsciiDigit(c)).Count()];
        context.Report(
            SpecDiagnostics.InvalidObjective,
            scalar.Map(new TextSpan(scalar.Value.Length - text.Length, written.Length)),
            $"`{written}` is below the first percentile; did you mean `{meant}`?");
        return true;
    }

    private static void ReportSyntax(YamlScalar scalar, GrammarError? error, ReadContext context)
    {
        if (error is not null)
        {
            var length = Math.Clamp(scalar.Value.Length - error.Offset, 0, error.Length);
            context.Report(SpecDiagnostics.InvalidObjective, scalar.Map(new TextSpan(error.Offset, length)), error.Message);
        }
    }

    private static void ReportBareNumber(YamlScalar scalar, decimal number, ReadContext context)
    {
        var percent = number < 1 ? number * 100 : number;
        var meant = percent.ToString("0.############", CultureInfo.InvariantCulture) + "%";
        var fix = percent is > 0 and < 100
            ? new Fix($"Write `{meant}`", FixSafety.Unsafe, [new TextEdit(scalar.Span, meant)])
            : null;
        context.Report(
            SpecDiagnostics.ObjectiveWithoutPercent,
            scalar.Span,
            $"`{scalar.Value}` has no percent sign.",
            fix is null ? null : $"Write `{meant}` if that is meant.",
            fix);
    }
}
