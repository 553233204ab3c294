using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dialects;

/// <summary>A language in which specs are written: its document to the model.</summary>
internal interface ISpecDialect
{
    /// <summary>The value of <c>version</c> in its documents.</summary>
    string Version { get; }

    /// <summary>
    /// The service of a document, with the parts that could be read; null where not even its name could be.
    /// What is wrong is reported.
    /// </summary>
    ServiceSpec? Read(YamlMapping root, ReadContext context);
}
