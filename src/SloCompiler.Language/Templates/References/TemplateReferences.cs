using System.Collections.Immutable;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.PromQL.Parsing;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.References;

/// <summary>What a template reads when the alert fires, through variables, <c>with</c>, <c>range</c> and templates that it calls.</summary>
public sealed record TemplateReferences
{
    /// <summary>Labels of the alert, in the order of the text.</summary>
    public ImmutableArray<TemplateLabelReference> Labels { get; init; } = [];

    /// <summary>Labels of the Prometheus server.</summary>
    public ImmutableArray<TemplateLabelReference> ExternalLabels { get; init; } = [];

    /// <summary>Uses of the value of the alert, and of the values of samples that queries give.</summary>
    public ImmutableArray<TemplateValueReference> Values { get; init; } = [];

    /// <summary>Queries that the template runs.</summary>
    public ImmutableArray<TemplateQuery> Queries { get; init; } = [];

    /// <summary>Whether all labels of the alert are printed or gone through, or one whose name is not known here.</summary>
    public bool ReadsAllLabels { get; init; }

    /// <summary>What will fail when the alert fires, although Prometheus loads the rule.</summary>
    public ImmutableArray<TemplateError> Warnings { get; init; } = [];

    /// <summary>Follows a template. Work is bounded; of a template with errors, what can be read is followed.</summary>
    public static TemplateReferences Of(GoTemplateTree tree) => tree.HasActions ? new ReferenceFinder(tree).Run() : new TemplateReferences();
}

/// <summary>A label that is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">What reads it: <c>$labels.job</c>, or the string in <c>index $labels "job"</c>.</param>
/// <param name="NameSpan">The name alone; with its quotes where it is a string.</param>
/// <param name="IsTested">Whether it is read to decide an <c>if</c> or <c>with</c>, so that its absence is expected.</param>
public sealed record TemplateLabelReference(string Name, TextSpan Span, TextSpan NameSpan, bool IsTested);

/// <summary>What happens to a value.</summary>
public enum TemplateValueUse
{
    /// <summary>It is printed.</summary>
    Printed,

    /// <summary>It decides an <c>if</c> or <c>with</c>.</summary>
    Tested,

    /// <summary>It is kept in a variable or handed to another template.</summary>
    Kept,

    /// <summary>It is an argument of a function whose result has nothing of it.</summary>
    Consumed,
}

/// <summary>A function that was applied to a value.</summary>
/// <param name="Name">The function.</param>
/// <param name="Span">Its name in the template.</param>
/// <param name="Format">The format of <c>printf</c>, where it is written there.</param>
/// <param name="Argument">Which argument the value was, from 0.</param>
public sealed record TemplateFunctionUse(string Name, TextSpan Span, string? Format, int Argument);

/// <summary>A use of the value of the alert, or of the value of a query's sample.</summary>
/// <param name="Span">What reads it: <c>$value</c>, <c>.Value</c>, a variable that holds it.</param>
/// <param name="Query">Index of the query in <see cref="TemplateReferences.Queries"/>; null for the value of the alert.</param>
/// <param name="Functions">The functions that were applied to it, the first one first.</param>
/// <param name="Use">What happens to the result.</param>
/// <param name="TextBehind">The text behind the action that prints it, up to the next action; empty otherwise.</param>
public sealed record TemplateValueReference(
    TextSpan Span,
    int? Query,
    ImmutableArray<TemplateFunctionUse> Functions,
    TemplateValueUse Use,
    string TextBehind);

/// <summary>A query that a template runs.</summary>
/// <param name="Span">The expression with its quotes; the call where the expression is put together when the alert fires.</param>
/// <param name="Literal">The string; null where it is put together.</param>
public sealed record TemplateQuery(TextSpan Span, TemplateString? Literal)
{
    /// <summary>The expression as read; null where it is put together.</summary>
    public PromQlParseResult? Parsed { get; init; }

    /// <summary>Labels that are read of its results.</summary>
    public ImmutableArray<TemplateLabelReference> Labels { get; init; } = [];

    /// <summary>Whether all labels of a result are printed or gone through, or one whose name is not known here.</summary>
    public bool ReadsAllLabels { get; init; }

    /// <summary>The place in the template of a range of the expression.</summary>
    public TextSpan Map(TextSpan inExpression)
    {
        if (Literal is null)
        {
            return Span;
        }

        var start = Parsing.GoText.OffsetInLiteral(Literal.Text, inExpression.Start);
        var end = Parsing.GoText.OffsetInLiteral(Literal.Text, inExpression.End);
        return TextSpan.FromBounds(Literal.Span.Start + start, Literal.Span.Start + Math.Max(start, end));
    }
}
