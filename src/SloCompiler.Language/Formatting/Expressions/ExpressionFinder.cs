using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Formatting.Expressions;

/// <summary>Finds the scalars of a document that hold PromQL and nothing else: one that is used elsewhere too is left out.</summary>
internal sealed class ExpressionFinder
{
    private readonly Dictionary<YamlScalar, ExpressionSite> _sites = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<YamlScalar> _others = new(ReferenceEqualityComparer.Instance);

    private ExpressionFinder()
    {
    }

    /// <summary>The expressions of the documents of a file.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="isSpec">Whether documents that do not say what they are are specs.</param>
    public static IEnumerable<ExpressionSite> Find(IEnumerable<YamlDocument> documents, bool isSpec)
    {
        var finder = new ExpressionFinder();
        foreach (var root in documents.Select(d => d.Root).OfType<YamlNode>())
        {
            finder.VisitDocument(root, isSpec);
        }

        return finder._sites.Values.Where(site => !finder._others.Contains(site.Scalar));
    }

    private void VisitDocument(YamlNode root, bool isSpec)
    {
        if (DocumentKinds.DocumentsIn(root) is not { } list)
        {
            Visit(root, DocumentKinds.LayoutOf(root, isSpec));
            return;
        }

        foreach (var document in list.Items)
        {
            VisitDocument(document, isSpec: false);
        }
    }

    private void Visit(YamlNode node, NodeLayout layout)
    {
        switch (node)
        {
            case YamlScalar scalar when layout.Expression is { } expression:
                _sites.TryAdd(scalar, new ExpressionSite(scalar, expression.Options, expression.IsStrict));
                break;
            case YamlScalar scalar:
                _others.Add(scalar);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Visit(item, layout.Item());
                }

                break;
            case YamlMapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    _others.Add(key);
                    Visit(value, layout.Value(key.Value));
                }

                break;
        }
    }
}
