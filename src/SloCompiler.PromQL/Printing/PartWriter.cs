using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>Writes the parts of nodes that always stay on one line.</summary>
internal sealed class PartWriter(StringBuilder builder)
{
    private const string NameLabel = "__name__";

    private readonly DurationWriter _durations = new(builder);

    /// <summary>Writes <c>sum by (job) (</c>.</summary>
    public void WriteAggregateStart(AggregateExpr expr)
    {
        builder.Append(expr.Operator);
        if (WrittenParts.Grouping(expr) is { } grouping)
        {
            builder.Append(grouping.IsWithout ? " without " : " by ");
            WriteLabels(grouping.Labels);
            builder.Append(' ');
        }

        builder.Append('(');
    }

    /// <summary>Writes an operator with its modifiers.</summary>
    public void WriteOperator(BinaryExpr expr)
    {
        builder.Append(PromQlPrinter.TextOf(expr.Operator)).Append(expr.ReturnBool ? " bool" : "");
        if (WrittenParts.Matching(expr) is not { } matching)
        {
            return;
        }

        if (matching.IsOn || !matching.Labels.IsEmpty || matching.Group != GroupSide.None)
        {
            builder.Append(matching.IsOn ? " on " : " ignoring ");
            WriteLabels(matching.Labels);
        }

        if (matching.Group != GroupSide.None)
        {
            builder.Append(matching.Group == GroupSide.Left ? " group_left " : " group_right ");
            WriteLabels(matching.Include);
        }

        WriteFill(matching);
    }

    /// <summary>Writes a selector with its modifiers.</summary>
    public void WriteSelector(VectorSelector expr)
    {
        WriteSeries(expr);
        WriteModifiers(expr.Modifiers);
    }

    /// <summary>Writes a range selector with its modifiers.</summary>
    public void WriteSelector(MatrixSelector expr)
    {
        WriteSeries(expr.Selector);
        WriteRange(expr);
    }

    /// <summary>Writes what follows the series of a range selector: <c>[5m] offset 1h</c>.</summary>
    public void WriteRange(MatrixSelector expr)
    {
        builder.Append('[');
        _durations.Write(expr.Range);
        builder.Append(']');
        WriteExtension(expr.Selector.Modifiers);
        WriteModifiers(expr.Selector.Modifiers with { Extension = RangeExtension.None });
    }

    /// <summary>Writes <c>[1h:5m]</c> with its modifiers.</summary>
    public void WriteSubqueryEnd(SubqueryExpr expr)
    {
        builder.Append('[');
        _durations.Write(expr.Range);
        builder.Append(':');
        if (expr.Step is not null)
        {
            _durations.Write(expr.Step);
        }

        builder.Append(']');
        WriteModifiers(expr.Modifiers);
    }

    /// <summary>Writes <c>@</c>, the extension and the offset, in the order in which Prometheus writes those of an instant selector.</summary>
    public void WriteModifiers(SelectorModifiers modifiers)
    {
        if (modifiers.At is { } at)
        {
            builder.Append(" @ ").Append(TextOf(at));
        }

        WriteExtension(modifiers);
        if (WrittenParts.Offset(modifiers) is { } offset)
        {
            builder.Append(" offset ");
            _durations.WriteOffset(offset);
        }
    }

    /// <summary>The name that is written before the braces; empty where there is none.</summary>
    public static string NameOutside(VectorSelector expr)
        => expr is { MetricName: { } name, IsNameInBraces: false } && PromQlNames.IsPlainMetricName(name) ? name : "";

    /// <summary>What is written between the braces, in the order of the source.</summary>
    public static string[] Matchers(VectorSelector expr) => AllMatchers(expr, NameOutside(expr));

    private static string[] AllMatchers(VectorSelector expr, string nameOutside)
    {
        var first = expr.MetricName is { } && nameOutside.Length == 0 ? 1 : 0;
        var matchers = new string[expr.Matchers.Length + first];
        if (first == 1 && expr.MetricName is { } name)
        {
            matchers[0] = TextOf(new LabelMatcher(NameLabel, MatchOperator.Equal, name));
        }

        for (var i = 0; i < expr.Matchers.Length; i++)
        {
            matchers[first + i] = TextOf(expr.Matchers[i]);
        }

        return matchers;
    }

    private void WriteSeries(VectorSelector expr)
    {
        var name = NameOutside(expr);
        var matchers = AllMatchers(expr, name);
        builder.Append(name);
        if (matchers.Length == 0 && name.Length > 0)
        {
            return;
        }

        if (matchers.Length > 1)
        {
            Array.Sort(matchers, CodePointOrder.Instance);
        }

        builder.Append('{').AppendJoin(',', matchers).Append('}');
    }

    private void WriteExtension(SelectorModifiers modifiers) => builder.Append(modifiers.Extension switch
    {
        RangeExtension.None => "",
        RangeExtension.Anchored => " anchored",
        RangeExtension.Smoothed => " smoothed",
        _ => throw new ArgumentOutOfRangeException(nameof(modifiers)),
    });

    private void WriteFill(VectorMatching matching)
    {
        if (matching is { FillLeft: { } both, FillRight: { } right } && both.Equals(right))
        {
            WriteFill("fill", both);
            return;
        }

        WriteFill("fill_left", matching.FillLeft);
        WriteFill("fill_right", matching.FillRight);
    }

    private void WriteFill(string keyword, double? value)
    {
        if (value is { } number)
        {
            builder.Append(' ').Append(keyword).Append(" (").Append(PromQlNumberFormat.FormatShort(number)).Append(')');
        }
    }

    private void WriteLabels(ImmutableArray<string> labels)
    {
        builder.Append('(');
        for (var i = 0; i < labels.Length; i++)
        {
            builder.Append(i > 0 ? ", " : "");
            builder.Append(PromQlNames.IsPlainGroupingLabel(labels[i]) ? labels[i] : PromQlStrings.Quote(labels[i]));
        }

        builder.Append(')');
    }

    private static string TextOf(LabelMatcher matcher)
    {
        var name = PromQlNames.IsPlainLabelName(matcher.Name) ? matcher.Name : PromQlStrings.Quote(matcher.Name);
        return $"{name}{PromQlPrinter.TextOf(matcher.Operator)}{PromQlStrings.Quote(matcher.Value)}";
    }

    private static string TextOf(AtModifier at) => at switch
    {
        AtTimestamp timestamp => TextOfSeconds(timestamp.Seconds),
        AtBoundary boundary => boundary.IsStart ? "start()" : "end()",
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };

    // Prometheus counts whole milliseconds, so that there is no negative zero.
    private static string TextOfSeconds(double seconds)
    {
        var milliseconds = Math.Round(seconds * 1000, MidpointRounding.AwayFromZero);
        return (milliseconds == 0 ? 0 : milliseconds / 1000).ToString("F3", CultureInfo.InvariantCulture);
    }
}
