using System.Collections.Immutable;
using SloCompiler.Language.Formatting.Expressions;
using SloCompiler.Language.Formatting.Layout;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using SloCompiler.Text.Yaml.Tokens;

namespace SloCompiler.Language.Formatting;

/// <summary>Proves of each result that nothing but the layout differs.</summary>
internal sealed class Equivalence
{
    private readonly Dictionary<YamlScalar, ParsedExpression> _expressions = new(ReferenceEqualityComparer.Instance);

    private Equivalence(ImmutableArray<ParsedExpression> expressions)
    {
        foreach (var expression in expressions)
        {
            _expressions[expression.Site.Scalar] = expression;
        }
    }

    /// <summary>Whether a text has the same documents, with the same expressions and comments.</summary>
    /// <param name="source">The text as it was.</param>
    /// <param name="before">Its documents.</param>
    /// <param name="expressions">The expressions in them.</param>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="after">The formatted text.</param>
    public static bool Holds(
        SourceText source,
        ImmutableArray<YamlDocument> before,
        ImmutableArray<ParsedExpression> expressions,
        ImmutableArray<YamlToken> tokens,
        SourceText after)
    {
        var diagnostics = new DiagnosticBag();
        var documents = YamlReader.Read(after, diagnostics);
        if (diagnostics.HasErrors || documents.Length != before.Length || YamlTokenReader.Read(after) is not { } newTokens)
        {
            return false;
        }

        var equivalence = new Equivalence(expressions);
        return before.Zip(documents).All(pair => equivalence.NodesEqual(pair.First.Root, pair.Second.Root))
            && CommentsOf(source.Content, tokens).SequenceEqual(CommentsOf(after.Content, newTokens), StringComparer.Ordinal);
    }

    private bool NodesEqual(YamlNode? before, YamlNode? after) => (before, after) switch
    {
        (null, null) => true,
        (YamlScalar a, YamlScalar b) => ScalarsEqual(a, b),
        (YamlSequence a, YamlSequence b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(p => NodesEqual(p.First, p.Second)),
        (YamlMapping a, YamlMapping b) => a.IsFlow == b.IsFlow && a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(p => ScalarsEqual(p.First.Key, p.Second.Key) && NodesEqual(p.First.Value, p.Second.Value)),
        _ => false,
    };

    private bool ScalarsEqual(YamlScalar before, YamlScalar after)
    {
        if (string.Equals(before.Value, after.Value, StringComparison.Ordinal) && before.Style == after.Style)
        {
            return before.Tag == after.Tag;
        }

        return _expressions.TryGetValue(before, out var expression)
            && before.Tag == after.Tag
            && expression.Result is { IsValid: true, Expr: { } old }
            && PromQlParser.Parse(after.Value, expression.Site.Options) is { IsValid: true, Expr: { } @new } parsed
            && PromQlComparer.Exact.Equals(old, @new)
            && CommentsOf(expression.Result, before.Value).SequenceEqual(CommentsOf(parsed, after.Value), StringComparer.Ordinal);
    }

    private static IEnumerable<string> CommentsOf(PromQlParseResult parsed, string text)
        => parsed.Comments.Select(c => WithoutSign(text.Substring(c.Start, c.Length)));

    private static IEnumerable<string> CommentsOf(string text, ImmutableArray<YamlToken> tokens)
    {
        var position = 0;
        foreach (var token in tokens.Where(t => t.IsWritten))
        {
            foreach (var comment in CommentsIn(text[position..token.Range.Start]))
            {
                yield return comment;
            }

            position = token.Range.End;
            if (token.Kind is YamlTokenKind.Literal or YamlTokenKind.Folded)
            {
                var header = text[token.Range.Start..TextLines.EndOfLine(text, token.Range.Start)];
                foreach (var comment in CommentsIn(header.TrimStart('|', '>', '+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9')))
                {
                    yield return comment;
                }
            }
        }

        foreach (var comment in CommentsIn(text[position..]))
        {
            yield return comment;
        }
    }

    private static IEnumerable<string> CommentsIn(string gap)
        => TextLines.Split(gap, 0, gap.Length).Select(line => gap[line].Trim()).Where(c => c.Length > 0).Select(WithoutSign);

    private static string WithoutSign(string comment) => comment.TrimStart('#').Trim();
}
