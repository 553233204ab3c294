using System.Globalization;
using System.Text;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Writes label flows for people.</summary>
public static class LabelFlowText
{
    /// <summary>
    /// The labels of a branch on one line: <c>{job="a", le, pod?, !env, ...}</c> has job with one value, has le, may have pod, does not
    /// have env, and may have others.
    /// </summary>
    /// <param name="branch">The branch.</param>
    public static string Line(LabelBranch branch)
    {
        var labels = branch.Labels;
        var parts = labels.Named.Where(p => labels.IsOpen || !p.IsImpossible).Select(Part);
        var text = new StringBuilder("{").AppendJoin(", ", labels.IsOpen ? parts.Append("...") : parts).Append('}');
        text.Append(branch.Origin switch
        {
            BranchOrigin.Scalar => " from a number",
            BranchOrigin.Absence => " from absence",
            _ => "",
        });
        text.Append(branch.AlwaysReturns ? ", always" : "");
        return text.Append(branch.IsDead ? ", never" : "").ToString();
    }

    /// <summary>All branches of an expression with every label and its reason, over several lines that end with <c>\n</c>.</summary>
    /// <param name="flow">The labels of the expression.</param>
    /// <param name="source">The text that was parsed, to show the fragments that decided; null where there is none.</param>
    public static string Explain(LabelFlow flow, string? source = null)
    {
        var branches = flow.Root.Branches;
        if (branches.IsEmpty)
        {
            return "a text has no labels\n";
        }

        var text = new StringBuilder();
        for (var i = 0; i < branches.Length; i++)
        {
            var title = branches.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"branch {i + 1} of {branches.Length}: ");
            text.Append(title).Append(Title(branches[i])).Append('\n');
            Explain(text, branches[i], source);
        }

        return text.ToString();
    }

    private static void Explain(StringBuilder text, LabelBranch branch, string? source)
    {
        if (branch.Dead is { } dead)
        {
            Row(text, "never", "", dead, source);
        }

        foreach (var promise in branch.Labels.Named.OrderByDescending(p => p.Presence).ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            Row(text, Verb(promise), promise.Name + ValuesOf(promise), promise.Reason, source);
        }

        Row(text, Verb(branch.Labels.Others), "other labels", branch.Labels.Others.Reason, source);
    }

    private static void Row(StringBuilder text, string verb, string label, LabelReason reason, string? source)
    {
        text.Append("  ").Append(verb.PadRight(7)).Append(label.PadRight(24)).Append("  ").Append(reason.Text);
        if (source is not null && FragmentOf(reason.Span, source) is { Length: > 0 } fragment)
        {
            text.Append(": ").Append(fragment);
        }

        text.Append('\n');
    }

    private static string? FragmentOf(TextSpan span, string source)
        => span.Start >= 0 && span.End <= source.Length ? source.Substring(span.Start, span.Length).ReplaceLineEndings(" ") : null;

    private static string Title(LabelBranch branch)
    {
        var origin = branch.Origin switch
        {
            BranchOrigin.Scalar => "a number",
            BranchOrigin.Absence => "one series where others are absent",
            _ when branch.IsSingle => "one series",
            _ => "series",
        };
        return $"{origin}, from {Source(branch.Source)}{(branch.AlwaysReturns ? ", always" : "")}";
    }

    private static string Source(PromQlExpr source) => PromQlPrinter.Print(source);

    private static string Verb(LabelPromise promise) => promise.Presence switch
    {
        LabelPresence.Guaranteed => "has",
        LabelPresence.Possible => "may",
        _ => "cannot",
    };

    private static string ValuesOf(LabelPromise promise)
        => promise.Values.IsEmpty ? "" : $"={string.Join('|', promise.Values.Select(PromQlStrings.Quote))}";

    private static string Part(LabelPromise promise) => promise.Presence switch
    {
        LabelPresence.Impossible => "!" + promise.Name,
        LabelPresence.Possible => promise.Name + "?" + ValuesOf(promise),
        _ => promise.Name + ValuesOf(promise),
    };
}
