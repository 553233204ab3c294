using System.Collections.Immutable;

namespace SloCompiler.BackEnds;

/// <summary>All back ends, in the order in which they run.</summary>
public static class BackEndCatalog
{
    /// <summary>The back ends.</summary>
    public static ImmutableArray<IBackEnd> All { get; } = [];
}
