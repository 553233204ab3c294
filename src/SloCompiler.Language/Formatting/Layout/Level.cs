namespace SloCompiler.Language.Formatting.Layout;

/// <summary>An open block list or mapping.</summary>
/// <param name="OldColumn">Where its items stand, from 0.</param>
/// <param name="NewColumn">Where they will stand.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Level(int OldColumn, int NewColumn, LevelKind Kind);

/// <summary>What is open.</summary>
internal enum LevelKind
{
    /// <summary>A mapping.</summary>
    Mapping,

    /// <summary>A list.</summary>
    List,

    /// <summary>A list at the column of the key that it belongs to.</summary>
    FlatList,
}
