using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>The language <c>slo/v1</c>.</summary>
internal sealed class NativeDialect : ISpecDialect
{
    /// <summary>The value of <c>version</c>.</summary>
    public const string VersionText = "slo/v1";

    /// <inheritdoc />
    public string Version => VersionText;

    /// <inheritdoc />
    public ServiceSpec? Read(YamlMapping root, ReadContext context)
        => ServiceFields.Type.TryRead(root, context, out var draft) ? new ServiceBuilder(draft, context).Build() : null;
}
