using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Text.Yaml;

/// <summary>Reads YAML into nodes with exact spans. The only home of YamlDotNet.</summary>
public static class YamlReader
{
    /// <summary>Composes every document of a source. Broken documents are left out and reported.</summary>
    public static ImmutableArray<YamlDocument> Read(SourceText source, DiagnosticBag diagnostics)
        => throw new NotSupportedException($"{source.Path}{diagnostics.HasErrors}");
}
