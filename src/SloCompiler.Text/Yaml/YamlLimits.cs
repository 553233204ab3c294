namespace SloCompiler.Text.Yaml;

/// <summary>Bounds that keep the time and memory for any input small. No file that a person writes comes near them.</summary>
public static class YamlLimits
{
    /// <summary>Longest text that is read, in bytes of a file or UTF-16 units of a text: 16 MiB.</summary>
    public const int MaxFileSize = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of lists and mappings.</summary>
    public const int MaxDepth = 100;

    /// <summary>Most nodes that the aliases and merge keys of one document may add when written out.</summary>
    public const int MaxAliasedNodes = 200_000;

    /// <summary>Most nodes that are written in one document: some 20,000 SLOs.</summary>
    public const int MaxNodes = 500_000;

    /// <summary>Broken documents after which the rest of a file is not read.</summary>
    public const int MaxBrokenDocuments = 50;
}
