using System.Collections.Immutable;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.BurnAlerts;

/// <summary>Pieces of the templates that Prometheus fills in when an alert fires.</summary>
internal static class AlertTemplates
{
    /// <summary>Stands for a label's value in a tree, until the tree is printed into a template.</summary>
    private const string Placeholder = "SLO-LABEL-VALUE";

    /// <summary>Text that must come out as it is.</summary>
    public static string Escape(string text) => text.Replace("{{", "{{`{{`}}", StringComparison.Ordinal);

    /// <summary>The value of an alert's label.</summary>
    public static string Label(string name) => $"{{{{ $labels.{name} }}}}";

    /// <summary>A selector narrowed to the label values of the alert; for <see cref="Query"/> only.</summary>
    public static VectorSelector OfAlert(VectorSelector selector, ImmutableArray<string> by) => selector with
    {
        Matchers = [.. selector.Matchers, .. by.Select(label => new LabelMatcher(label, MatchOperator.Equal, Placeholder))],
    };

    /// <summary>
    /// The first result of a query through a format such as <c>humanize</c>; other words without one. This is the one place
    /// where PromQL leaves the tree: the printed placeholder becomes <c>%q</c>, which <c>printf</c> fills with the quoted
    /// value of the label.
    /// </summary>
    public static string Query(PromQlExpr query, ImmutableArray<string> by, string format, string otherwise)
    {
        var printed = PromQlPrinter.Print(query);
        var quoted = PromQlPrinter.Print(new StringLiteral(Placeholder));
        var holes = CountOf(printed, quoted);
        var text = by.IsEmpty
            ? $"`{printed}` | query"
            : $"printf `{printed.Replace("%", "%%", StringComparison.Ordinal).Replace(quoted, "%q", StringComparison.Ordinal)}` {Arguments(by, holes)} | query";
        return $"{{{{ with {text} }}}}{{{{ . | first | value | {format} }}}}{{{{ else }}}}{otherwise}{{{{ end }}}}";
    }

    private static string Arguments(ImmutableArray<string> by, int holes)
        => string.Join(' ', Enumerable.Range(0, holes).Select(hole => "$labels." + by[hole % by.Length]));

    private static int CountOf(string text, string part)
        => text.Split(part, StringSplitOptions.None).Length - 1;
}
