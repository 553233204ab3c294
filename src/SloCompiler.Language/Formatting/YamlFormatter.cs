using System.Collections.Immutable;
using SloCompiler.Language.Formatting.Expressions;
using SloCompiler.Language.Formatting.Layout;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using SloCompiler.Text.Yaml.Tokens;

namespace SloCompiler.Language.Formatting;

/// <summary>
/// Formats YAML and the PromQL in it without changing what it means. Comments, keys and their order, quotes and the breaking of
/// lines stay; indentation, space between tokens and the layout of expressions are ours.
/// </summary>
public static class YamlFormatter
{
    private static readonly string[] SpecSuffixes = [".slo.yaml", ".slo.yml"];

    /// <summary>
    /// Formats a text. It is left alone, and the findings say why, where its syntax is broken or the result would not mean the
    /// same; an expression that does not parse is left alone within it.
    /// </summary>
    public static FormattedText Format(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var documents = YamlReader.Read(source, diagnostics);
        var isKnown = documents.Any(d => d.Root is { } root && DocumentKinds.IsKnown(root));
        if (diagnostics.HasErrors || YamlTokenReader.Read(source) is not { } tokens)
        {
            return new FormattedText(source, source.Content, isKnown, diagnostics.ToImmutable());
        }

        var isSpec = SpecSuffixes.Any(s => source.Path.EndsWith(s, StringComparison.Ordinal));
        var parsed = ExpressionFinder.Find(documents, isSpec).Select(ParsedExpression.Parse).ToImmutableArray();
        foreach (var expression in parsed.Where(p => p.Site.IsStrict))
        {
            diagnostics.ReportAll(expression.Result.Errors.Select(e => e.ToDiagnostic(expression.Site.Scalar.Map(e.Span))));
        }

        if (LayoutWriter.Write(source.Content, tokens, Replacements(tokens, parsed)) is not { } text)
        {
            return new FormattedText(source, source.Content, isKnown, diagnostics.ToImmutable());
        }

        if (!Equivalence.Holds(source, documents, parsed, tokens, new SourceText(source.Path, text)))
        {
            diagnostics.Report(FormattingDiagnostics.MeaningChanged, source.StartOfFile, "The formatted text would not mean the same.");
            text = source.Content;
        }

        return new FormattedText(source, text, isKnown, diagnostics.ToImmutable());
    }

    private static Dictionary<int, ScalarReplacement> Replacements(
        ImmutableArray<YamlToken> tokens,
        ImmutableArray<ParsedExpression> expressions)
    {
        var byOffset = expressions.ToDictionary(e => e.Site.Scalar.Span.Range.Start);
        var replacements = new Dictionary<int, ScalarReplacement>();
        var flowDepth = 0;
        foreach (var token in tokens)
        {
            flowDepth += token.Kind switch { YamlTokenKind.FlowStart => 1, YamlTokenKind.FlowEnd => -1, _ => 0 };
            if (token.IsWritten
                && byOffset.TryGetValue(token.Range.Start, out var expression)
                && ExpressionWriter.Write(expression.Site, expression.Result, flowDepth > 0) is { } replacement)
            {
                replacements[token.Range.Start] = replacement;
            }
        }

        return replacements;
    }
}
