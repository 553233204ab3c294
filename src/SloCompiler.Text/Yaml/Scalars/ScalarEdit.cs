using System.Buffers;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Text.Yaml.Scalars;

/// <summary>Writes a new part of a scalar's value in the style that the scalar has.</summary>
internal static class ScalarEdit
{
    private static readonly SearchValues<char> FlowSigns = SearchValues.Create(",[]{}");

    /// <summary>The edit; null where the style cannot hold the text, or where the place of the part in the file is not known.</summary>
    public static TextEdit? Create(YamlScalar scalar, TextSpan range, string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\0', '\u001f') || !HasPlaces(scalar, range))
        {
            return null;
        }

        var span = scalar.Map(range);
        return scalar.Style switch
        {
            YamlScalarStyle.DoubleQuoted => new TextEdit(span, text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)),
            YamlScalarStyle.SingleQuoted => new TextEdit(span, Doubled(text)),
            YamlScalarStyle.Plain => OfPlain(scalar, span, range, text),
            _ => new TextEdit(span, text),
        };
    }

    private static TextEdit? OfPlain(YamlScalar scalar, SourceSpan span, TextSpan range, string text)
    {
        var value = string.Concat(scalar.Value.AsSpan(0, range.Start), text, scalar.Value.AsSpan(range.End));
        if (IsPlain(value, scalar.Value))
        {
            return new TextEdit(span, text);
        }

        var isOneLine = scalar.Span.Start.Line == scalar.Span.End.Line;
        return isOneLine ? new TextEdit(scalar.Span, $"'{Doubled(value)}'") : null;
    }

    // What started well still does if its first character stays. Without such a sign so far, brackets may be around it.
    private static bool IsPlain(string value, string before)
        => value.Length > 0
            && before.Length > 0
            && (value[0] == before[0] || char.IsAsciiLetter(value[0]))
            && value[^1] is not (':' or ' ')
            && !value.Contains(": ", StringComparison.Ordinal)
            && !value.Contains(" #", StringComparison.Ordinal)
            && (before.AsSpan().ContainsAny(FlowSigns) || !value.AsSpan().ContainsAny(FlowSigns));

    private static string Doubled(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    // A scalar whose text could not be followed is one piece.
    private static bool HasPlaces(YamlScalar scalar, TextSpan range)
    {
        var length = scalar.Value.Length;
        var isWhole = range.Start == 0 && range.End == length;
        return range.Start >= 0 && range.End <= length
            && (isWhole || length < 2 || scalar.Map(new TextSpan(0, 1)) != scalar.Map(new TextSpan(length - 1, 1)));
    }
}
