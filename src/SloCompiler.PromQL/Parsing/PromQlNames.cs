namespace SloCompiler.PromQL.Parsing;

/// <summary>Which names can be written without quotes.</summary>
public static class PromQlNames
{
    /// <summary>Whether a metric name needs no quotes as an operand: letters, digits, underscores, colons; no reserved word.</summary>
    public static bool IsPlainMetricName(string name)
        => IsIdentifier(name, allowColon: true) && !Keywords.IsReservedAsMetric(Keywords.Find(name));

    /// <summary>Whether a label name needs no quotes in a matcher: letters, digits, underscores.</summary>
    public static bool IsPlainLabelName(string name) => IsIdentifier(name, allowColon: false);

    /// <summary>Whether a label name needs no quotes in <c>by</c>, <c>without</c>, <c>on</c>, <c>ignoring</c>, <c>group_left</c>.</summary>
    public static bool IsPlainGroupingLabel(string name)
        => IsIdentifier(name, allowColon: false) && !Keywords.IsReservedAsLabel(Keywords.Find(name));

    internal static bool IsIdentifierStart(char c) => char.IsAsciiLetter(c) || c == '_';

    internal static bool IsIdentifierPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsIdentifier(string name, bool allowColon)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!IsIdentifierPart(c) && !(allowColon && c == ':'))
            {
                return false;
            }
        }

        return true;
    }
}
