using System.Globalization;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Reading;
using SloCompiler.PromQL;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Durations in rule files, and what is wrong with those that are none.</summary>
internal static class RuleDurations
{
    private static readonly (string Unit, decimal Milliseconds)[] Units =
    [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("w", 604_800_000), ("y", 31_536_000_000),
    ];

    /// <summary>The duration; null after reporting why there is none.</summary>
    public static PrometheusDuration? Read(YamlScalar scalar, RuleReadContext context)
    {
        var text = scalar.Value;
        if (PrometheusDuration.TryParse(text, out var duration) || (context.Dialect.IsMetricsQl && TryParseLoose(text, out duration)))
        {
            return duration;
        }

        var meant = Guess(text);
        context.Report(
            RuleFileDiagnostics.InvalidDuration,
            scalar.Span,
            Describe(text) + (meant is null ? "" : $" Did you mean `{meant}`?"),
            fix: meant is null ? null : Spelling.Replace(scalar, meant));
        return null;
    }

    private static string Describe(string text)
    {
        if (text.Length == 0)
        {
            return "The duration is empty.";
        }

        if (text.All(char.IsAsciiDigit))
        {
            return $"`{text}` has no unit.";
        }

        return text[0] == '-' && PrometheusDuration.TryParse(text[1..], out _) ? $"`{text}` is negative."
            : TryParseLoose(text, out var loose) && loose.Milliseconds > 0 && text.Contains('.', StringComparison.Ordinal) ? $"`{text}` has a fraction."
            : IsOrdered(text) ? $"`{text}` is longer than the 292 years that Prometheus can count."
            : $"`{text}` is not a duration.";
    }

    private static string? Guess(string text)
    {
        if (text.Length > 0 && !text.All(char.IsAsciiDigit) && TryParseLoose(text, out var loose) && loose.Milliseconds > 0)
        {
            return loose.ToString();
        }

        return DurationGuess.Of(text, "");
    }

    // Whole numbers with descending units can only be too long.
    private static bool IsOrdered(string text)
    {
        var units = text.Split([.. "0123456789"], StringSplitOptions.RemoveEmptyEntries);
        return char.IsAsciiDigit(text[0]) && PrometheusDuration.TryParse(string.Concat(units.Select(u => "1" + u)), out _);
    }

    /// <summary>Seconds without a unit, or numbers with units in any order, fractions and signs allowed.</summary>
    private static bool TryParseLoose(string text, out PrometheusDuration duration)
    {
        duration = default;
        if (TryParseNumber(text, out var seconds))
        {
            return TryMake(seconds * 1000, out duration);
        }

        decimal total = 0;
        for (var position = 0; position < text.Length;)
        {
            if (!TryReadPart(text, ref position, out var part))
            {
                return false;
            }

            total += part;
        }

        return text.Length > 0 && TryMake(total, out duration);
    }

    private static bool TryReadPart(string text, ref int position, out decimal milliseconds)
    {
        var end = position;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        var rest = text.AsSpan(end);
        var unit = Array.FindIndex(Units, u => u.Unit[0] == (end < text.Length ? text[end] : ' ') && text.AsSpan(end).StartsWith(u.Unit, StringComparison.Ordinal));
        milliseconds = 0;
        if (rest.IsEmpty || unit < 0 || !TryParseNumber(text[position..end], out var number))
        {
            return false;
        }

        milliseconds = number * Units[unit].Milliseconds;
        position = end + Units[unit].Unit.Length;
        return true;
    }

    private static bool TryParseNumber(string text, out decimal number)
        => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && Math.Abs(number) < 1_000_000_000_000;

    private static bool TryMake(decimal milliseconds, out PrometheusDuration duration)
    {
        var fits = Math.Abs(milliseconds) < long.MaxValue / 1_000_000;
        duration = fits ? new PrometheusDuration((long)milliseconds) : default;
        return fits;
    }
}
