using System.Collections.Immutable;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Templates;

/// <summary>What is wrong with a template, and where in it.</summary>
/// <param name="Descriptor">The kind of finding.</param>
/// <param name="Span">Range in the template.</param>
/// <param name="Message">What is wrong, as Go words it where Go has words for it.</param>
/// <param name="Help">What to do, where that is known.</param>
public sealed record TemplateError(DiagnosticDescriptor Descriptor, TextSpan Span, string Message, string? Help = null)
{
    /// <summary>The finding at a place in a file.</summary>
    /// <param name="place">Where <see cref="Span"/> is in the file.</param>
    public Diagnostic ToDiagnostic(SourceSpan place) => new(Descriptor, place, Message) { Help = Help ?? Descriptor.Help };
}

/// <summary>What was read of a template.</summary>
/// <param name="Tree">The tree; where there are errors, what could be made of the text around them.</param>
/// <param name="Errors">
/// Why Prometheus refuses the rule file; empty for a valid template. The first is the one that Prometheus reports; the others
/// follow in the order of the text.
/// </param>
public sealed record GoTemplateResult(GoTemplateTree Tree, ImmutableArray<TemplateError> Errors)
{
    /// <summary>Whether Prometheus loads a rule with this template.</summary>
    public bool IsValid => Errors.IsEmpty;
}
