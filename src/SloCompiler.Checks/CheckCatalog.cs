using System.Collections.Immutable;

namespace SloCompiler.Checks;

/// <summary>All checks, by code. A new check is one file and one line here.</summary>
public static class CheckCatalog
{
    /// <summary>The checks.</summary>
    public static ImmutableArray<Check> All { get; } = [];
}
