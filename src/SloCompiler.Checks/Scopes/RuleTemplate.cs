using System.Collections.Immutable;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.Templates;
using SloCompiler.Language.Templates.References;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Checks.Scopes;

/// <summary>A label or annotation of an alert that is a valid template with actions.</summary>
/// <param name="Entry">The label or annotation.</param>
/// <param name="IsLabel">Whether it is a label.</param>
/// <param name="Tree">The template.</param>
/// <param name="References">What it reads.</param>
public sealed record RuleTemplate(RuleLabel Entry, bool IsLabel, GoTemplateTree Tree, TemplateReferences References)
{
    /// <summary>The place in the file of a range of the template.</summary>
    public SourceSpan Map(TextSpan range) => Entry.Scalar.Map(range);

    internal static ImmutableArray<RuleTemplate> AllOf(Rule rule, RuleGroup group)
    {
        var labels = group.LabelsOf(rule).Select(entry => (entry, IsLabel: true));
        var annotations = (rule.Annotations?.Items ?? []).Select(entry => (entry, IsLabel: false));
        return [.. labels.Concat(annotations).Select(e => Read(e.entry, e.IsLabel)).OfType<RuleTemplate>()];
    }

    private static RuleTemplate? Read(RuleLabel entry, bool isLabel)
    {
        if (!entry.Value.Contains("{{", StringComparison.Ordinal))
        {
            return null;
        }

        var result = GoTemplate.Parse(entry.Value);
        return result.IsValid ? new RuleTemplate(entry, isLabel, result.Tree, TemplateReferences.Of(result.Tree)) : null;
    }
}
