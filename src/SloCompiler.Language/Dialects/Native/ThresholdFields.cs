using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>The thresholds of a panel, by ascending value.</summary>
internal sealed record Thresholds(ImmutableArray<PanelThreshold> Values);

/// <summary>The fields of the thresholds of a panel.</summary>
internal static class ThresholdFields
{
    private static readonly Field<decimal> Warning = new("warning", NumberType.Any, "Value of the first colour, in the panel's unit.")
    {
        Example = "100",
    };

    private static readonly Field<decimal> Critical = new("critical", NumberType.Any, "Value of the second colour, in the panel's unit.")
    {
        Example = "200",
    };

    private static readonly Shape Shape = new(
        "thresholds",
        "Thresholds of a panel",
        "Values at which a panel changes its colour.",
        [Warning, Critical]);

    /// <summary>The block.</summary>
    public static FieldType<Thresholds> Type { get; } = new ShapeType<Thresholds>(Shape, Read);

    private static Thresholds Read(FieldReader fields)
    {
        var values = new[] { (Field: Warning, Level: "warning"), (Field: Critical, Level: "critical") }
            .Select(t => (Value: fields.GetValue(t.Field), t.Level))
            .SelectMany(t => t.Value is { } value ? new[] { new PanelThreshold(value, t.Level) } : [])
            .OrderBy(t => t.Value);
        return new Thresholds([.. values]);
    }
}
