using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.Syntax;

/// <summary>Commands joined by <c>|</c>; each gets the result of the one before it as its last argument.</summary>
/// <param name="Span">From the first variable or command to the end of the last.</param>
/// <param name="Variables">The variables that are set; two at most, and two only in <c>range</c>.</param>
/// <param name="IsAssignment">Whether they are set with <c>=</c>, not declared with <c>:=</c>.</param>
/// <param name="Commands">The commands; never empty in a template without errors.</param>
public sealed record TemplatePipeline(
    TextSpan Span,
    ImmutableArray<TemplateName> Variables,
    bool IsAssignment,
    ImmutableArray<TemplateCommand> Commands);

/// <summary>A name and its place: of a variable with its <c>$</c>, of a field without its dot.</summary>
public sealed record TemplateName(TextSpan Span, string Name);

/// <summary>A value, or a function with its arguments, separated by spaces.</summary>
/// <param name="Span">From the first to the last operand.</param>
/// <param name="Operands">At least one.</param>
public sealed record TemplateCommand(TextSpan Span, ImmutableArray<TemplateOperand> Operands);

/// <summary>A part of a command.</summary>
/// <param name="Span">The operand in the template, with the fields that are read from it.</param>
public abstract record TemplateOperand(TextSpan Span);

/// <summary>The dot: the value that the template, or the innermost <c>with</c> or <c>range</c>, is about.</summary>
public sealed record TemplateDot(TextSpan Span) : TemplateOperand(Span);

/// <summary><c>nil</c>.</summary>
public sealed record TemplateNil(TextSpan Span) : TemplateOperand(Span);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record TemplateBool(TextSpan Span, bool Value) : TemplateOperand(Span);

/// <summary>A number or a character, as it was written.</summary>
public sealed record TemplateNumber(TextSpan Span, string Text) : TemplateOperand(Span);

/// <summary>A string in double quotes or backticks.</summary>
/// <param name="Span">With the quotes.</param>
/// <param name="Text">As it was written, with the quotes.</param>
/// <param name="Value">What it stands for.</param>
public sealed record TemplateString(TextSpan Span, string Text, string Value) : TemplateOperand(Span);

/// <summary>A function.</summary>
public sealed record TemplateFunctionName(TextSpan Span, string Name) : TemplateOperand(Span);

/// <summary>Fields of a value: <c>.Labels.job</c> of the dot, <c>$labels.job</c> of a variable, <c>(index $x 0).Value</c> of a result.</summary>
/// <param name="Of">The dot, a variable, a function or a pipeline in parentheses.</param>
/// <param name="Fields">The fields in order; at least one.</param>
public sealed record TemplateFields(TextSpan Span, TemplateOperand Of, ImmutableArray<TemplateName> Fields) : TemplateOperand(Span);

/// <summary>A variable.</summary>
/// <param name="Name">With its <c>$</c>; <c>$</c> alone is the value that the template was called with.</param>
public sealed record TemplateVariable(TextSpan Span, string Name) : TemplateOperand(Span);

/// <summary>A pipeline in parentheses.</summary>
public sealed record TemplateParentheses(TextSpan Span, TemplatePipeline Pipeline) : TemplateOperand(Span);
