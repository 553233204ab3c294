using SloCompiler.Language.Templates;
using SloCompiler.Language.Templates.References;
using SloCompiler.Text;

namespace SloCompiler.Fuzzing.Targets;

/// <summary>Parses a template and follows what it reads.</summary>
internal static class TemplateTarget
{
    /// <summary>Throws where a law does not hold.</summary>
    public static void Check(string text)
    {
        var result = GoTemplate.Parse(text);
        BrokenLaw.Unless(result.Errors.All(e => IsWithin(e.Span, text)), "errors are within the template");
        BrokenLaw.Unless(result.Tree.Nodes.All(n => IsWithin(n.Span, text)), "nodes are within the template");
        var references = TemplateReferences.Of(result.Tree);
        BrokenLaw.Unless(references.Warnings.All(e => IsWithin(e.Span, text)), "warnings are within the template");
        BrokenLaw.Unless(references.Labels.Concat(references.ExternalLabels).All(l => IsWithin(l.Span, text) && IsWithin(l.NameSpan, text)), "labels are within the template");
        BrokenLaw.Unless(references.Values.All(v => IsWithin(v.Span, text)), "values are within the template");
        foreach (var query in references.Queries)
        {
            BrokenLaw.Unless(IsWithin(query.Span, text), "queries are within the template");
            BrokenLaw.Unless((query.Parsed?.Errors ?? []).All(e => IsWithin(query.Map(e.Span), text)), "errors of queries are within the template");
        }
    }

    private static bool IsWithin(TextSpan span, string text) => span.Start >= 0 && span.Length >= 0 && span.End <= text.Length;
}
