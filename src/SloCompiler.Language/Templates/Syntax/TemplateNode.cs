using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.Syntax;

/// <summary>A part of a template: text, or what stands in <c>{{ }}</c>.</summary>
/// <param name="Span">The part in the template; for a block everything from its first <c>{{</c> to its last <c>}}</c>.</param>
public abstract record TemplateNode(TextSpan Span);

/// <summary>Text that is printed as it is, without what trim markers take away. Its span holds exactly that text.</summary>
public sealed record TemplateText(TextSpan Span, string Text) : TemplateNode(Span);

/// <summary>A pipeline whose result is printed, unless it sets variables.</summary>
public sealed record TemplateAction(TextSpan Span, TemplatePipeline Pipeline) : TemplateNode(Span);

/// <summary>Which kind of branch.</summary>
public enum TemplateBranchKind
{
    /// <summary><c>{{ if }}</c></summary>
    If,

    /// <summary><c>{{ with }}</c>, whose value becomes the dot.</summary>
    With,

    /// <summary><c>{{ range }}</c>, whose elements become the dot.</summary>
    Range,
}

/// <summary><c>{{ if }}</c>, <c>{{ with }}</c> and <c>{{ range }}</c>; <c>{{ else if }}</c> is a branch in <paramref name="Else"/>.</summary>
/// <param name="Else">What stands behind <c>{{ else }}</c>; empty where there is none.</param>
public sealed record TemplateBranch(
    TextSpan Span,
    TemplateBranchKind Kind,
    TemplatePipeline Pipeline,
    ImmutableArray<TemplateNode> Body,
    ImmutableArray<TemplateNode> Else) : TemplateNode(Span);

/// <summary><c>{{ break }}</c> and <c>{{ continue }}</c>.</summary>
public sealed record TemplateJump(TextSpan Span, bool IsBreak) : TemplateNode(Span);

/// <summary><c>{{ template "name" pipeline }}</c>.</summary>
/// <param name="NameSpan">The name with its quotes.</param>
/// <param name="Pipeline">What becomes the dot of the named template; null where nothing does.</param>
public sealed record TemplateCall(TextSpan Span, string Name, TextSpan NameSpan, TemplatePipeline? Pipeline) : TemplateNode(Span);

/// <summary><c>{{ define "name" }}</c>, or <c>{{ block "name" pipeline }}</c>, which is printed where it stands as well.</summary>
/// <param name="NameSpan">The name with its quotes.</param>
/// <param name="Pipeline">The pipeline of a block; null for a definition.</param>
public sealed record TemplateDefinition(
    TextSpan Span,
    string Name,
    TextSpan NameSpan,
    TemplatePipeline? Pipeline,
    ImmutableArray<TemplateNode> Body) : TemplateNode(Span);

/// <summary>A whole template.</summary>
/// <param name="Text">The text that was read.</param>
/// <param name="Nodes">Its parts in order. Comments leave none.</param>
public sealed record GoTemplateTree(string Text, ImmutableArray<TemplateNode> Nodes)
{
    /// <summary>Whether anything stands in <c>{{ }}</c>, so that the text is more than itself.</summary>
    public bool HasActions => Nodes.Any(node => node is not TemplateText);
}
