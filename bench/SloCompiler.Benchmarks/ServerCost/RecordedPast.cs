using System.Collections.Immutable;
using SloCompiler.Core;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>The recorded series that rules read over ranges, as they would be if the rules had long been there.</summary>
internal static class RecordedPast
{
    private const double Value = 0.0001;

    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(1);

    /// <summary>The series, each as old as the longest range over its name.</summary>
    public static ImmutableArray<Series> Of(ImmutableArray<SloText> files)
    {
        ImmutableArray<RuleGroup> groups = [.. files.SelectMany(GroupsOf)];
        var ranges = LongestRanges(groups);
        return
        [
            .. from planned in groups
               from rule in planned.Rules.OfType<RecordingRule>()
               where ranges.ContainsKey(rule.Name.Value)
               select Series.Of(
                   rule.Name.Value,
                   planned.LabelsOf(rule).Select(l => KeyValuePair.Create(l.Name, l.Value)),
                   Span(planned.Interval?.Value) ?? DefaultInterval,
                   ranges[rule.Name.Value],
                   null,
                   Value),
        ];
    }

    private static IEnumerable<RuleGroup> GroupsOf(SloText file)
        => RuleFileReader.Read(new SourceText(file.Path, file.Content), RuleFileOptions.Default, new DiagnosticBag())?.Groups ?? [];

    private static Dictionary<string, TimeSpan> LongestRanges(ImmutableArray<RuleGroup> groups)
    {
        var selectors = groups.SelectMany(g => g.Rules).SelectMany(RangesOf);
        return selectors.GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(s => s.Range), StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, TimeSpan Range)> RangesOf(Rule rule)
        => from expr in rule.Expr.Expr is { } whole ? PromQlWalker.DescendantsAndSelf(whole) : []
           let read = expr switch
           {
               MatrixSelector matrix => (matrix.Range, Inside: matrix.Selector),
               SubqueryExpr subquery => (subquery.Range, Inside: subquery.Expr),
               _ => ((PromQlDuration Range, PromQlExpr Inside)?)null,
           }
           where read is not null
           let range = read.Value.Range is DurationLiteral literal ? Span(literal.Value) : null
           where range is not null
           from selector in PromQlWalker.DescendantsAndSelf(read.Value.Inside).OfType<VectorSelector>()
           where selector.MetricName is not null
           select (selector.MetricName, range.Value);

    private static TimeSpan? Span(PrometheusDuration? duration)
        => duration is { } value ? TimeSpan.FromMilliseconds(value.Milliseconds) : null;
}
