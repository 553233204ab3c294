using System.Collections.Immutable;
using SloCompiler.Language.Dialects.Native;

namespace SloCompiler.Language.Dialects;

/// <summary>All dialects.</summary>
internal static class DialectCatalog
{
    /// <summary>The dialects, the native one first.</summary>
    public static ImmutableArray<ISpecDialect> All { get; } =
    [
        new NativeDialect(),
    ];

    /// <summary>The dialect of a version; null where it is not known.</summary>
    public static ISpecDialect? Find(string version) => All.FirstOrDefault(d => d.Version == version);
}
