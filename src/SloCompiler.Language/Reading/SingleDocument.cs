using SloCompiler.Language.Diagnostics;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Reading;

/// <summary>Files that hold one document.</summary>
internal static class SingleDocument
{
    /// <summary>The root of the document; null where there is none, or where it could not be composed.</summary>
    public static YamlNode? Find(SourceText file, ReadContext context)
    {
        var roots = YamlReader.Read(file, context.Diagnostics).Select(d => d.Root).OfType<YamlNode>().ToList();
        if (roots.Count > 1)
        {
            context.Report(
                SpecDiagnostics.WrongType,
                roots[1].Span,
                "This file holds one document; what follows is not read.",
                "Take the `---` out, or move the second document to a file of its own.");
        }

        return roots is [var first, ..] ? first : null;
    }
}
