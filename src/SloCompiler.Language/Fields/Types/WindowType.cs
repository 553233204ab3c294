using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.PromQL;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>The window of an error budget: a duration or a calendar period.</summary>
internal sealed class WindowType : ScalarType<SloWindow>
{
    private static readonly PrometheusDuration Shortest = PrometheusDuration.FromDays(1);
    private static readonly PrometheusDuration Longest = PrometheusDuration.FromDays(731);

    private static readonly (string Word, CalendarUnit Unit)[] Calendar =
    [
        ("week", CalendarUnit.Week), ("month", CalendarUnit.Month), ("quarter", CalendarUnit.Quarter), ("year", CalendarUnit.Year),
    ];

    /// <summary>The only instance.</summary>
    public static WindowType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "duration, or `week`, `month`, `quarter`, `year`";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
        => writer.WritePattern($"^(week|month|quarter|year|{DurationType.Pattern[1..^1]})$");

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out SloWindow value)
    {
        value = null;
        foreach (var (word, unit) in Calendar)
        {
            if (scalar.Value == word)
            {
                value = new CalendarWindow(unit);
                return true;
            }
        }

        if (!PrometheusDuration.TryParse(scalar.Value, out var duration))
        {
            ReportInvalid(scalar, context);
            return false;
        }

        if (duration < Shortest || duration > Longest)
        {
            context.Report(SpecDiagnostics.WindowOutOfRange, scalar.Span, $"A window of {scalar.Value} is not between 1d and 2y.");
            return false;
        }

        value = new RollingWindow(duration);
        return true;
    }

    private static void ReportInvalid(YamlScalar scalar, ReadContext context)
    {
        var meant = Propose(scalar.Value);
        context.Report(
            SpecDiagnostics.InvalidWindow,
            scalar.Span,
            meant is null ? $"`{scalar.Value}` is not a window." : $"`{scalar.Value}` is not a window; did you mean `{meant}`?",
            fix: meant is null ? null : Spelling.Replace(scalar, meant));
    }

    private static string? Propose(string text)
    {
        if (DurationGuess.Of(text, "d") is { } duration)
        {
            return duration;
        }

        var bare = new string([.. text.Where(c => c != ' ')]).ToLowerInvariant();
        if (bare is "1m")
        {
            return "month";
        }

        var word = bare.EndsWith("ly", StringComparison.Ordinal) ? bare[..^2] : bare.TrimEnd('s');
        return Spelling.Nearest(word, Calendar.Select(c => c.Word));
    }
}
