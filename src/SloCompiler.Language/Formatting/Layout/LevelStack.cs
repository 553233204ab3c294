namespace SloCompiler.Language.Formatting.Layout;

/// <summary>The open block lists and mappings, with the columns that they have and get: two more than what holds them.</summary>
internal sealed class LevelStack
{
    private const int Indent = 2;

    private readonly List<Level> _open = [];
    private readonly List<Level> _closed = [];

    /// <summary>The innermost; null at the top of a document.</summary>
    public Level? Top => _open is [.., var top] ? top : null;

    /// <summary>The column of what stands on a line of its own inside the innermost.</summary>
    public int ColumnInside => Top is { } top ? top.NewColumn + Indent : 0;

    /// <summary>By how much the lines of the innermost move.</summary>
    public int Shift => Top is { } top ? top.NewColumn - top.OldColumn : 0;

    /// <summary>Enters a list or a mapping.</summary>
    public void Open(int oldColumn, LevelKind kind) => _open.Add(new Level(oldColumn, ColumnInside, kind));

    /// <summary>Notes a list item, which may start a list at the column of its key.</summary>
    public void EnterItem(int oldColumn)
    {
        if (Top is not { Kind: LevelKind.List or LevelKind.FlatList })
        {
            Open(oldColumn, LevelKind.FlatList);
        }
    }

    /// <summary>Leaves a list at the column of its key, if one is open: nothing in the text says where it ends.</summary>
    public void CloseFlatList()
    {
        if (Top is { Kind: LevelKind.FlatList })
        {
            Pop();
        }
    }

    /// <summary>Leaves the innermost that was opened by <see cref="Open"/>.</summary>
    public void Close()
    {
        CloseFlatList();
        if (_open.Count > 0)
        {
            Pop();
        }
    }

    /// <summary>Forgets what was closed: the next comment stands behind something else.</summary>
    public void ForgetClosed() => _closed.Clear();

    /// <summary>
    /// The column of a comment on a line of its own: that of what stood or stands at its column, at best what follows it;
    /// otherwise that of the nearest to the left.
    /// </summary>
    /// <param name="oldColumn">Where the comment stands.</param>
    /// <param name="nextOld">Where the text behind it stands.</param>
    /// <param name="nextNew">Where that text will stand.</param>
    public int ColumnOfComment(int oldColumn, int nextOld, int nextNew)
    {
        var best = new Level(nextOld, nextNew, LevelKind.Mapping);
        if (nextOld == oldColumn)
        {
            return nextNew;
        }

        foreach (var level in _open.Concat(_closed.AsEnumerable().Reverse()))
        {
            best = IsNearer(level.OldColumn, best.OldColumn, oldColumn) ? level : best;
        }

        return best.NewColumn;
    }

    private static bool IsNearer(int candidate, int best, int column)
        => candidate <= column ? best > column || candidate >= best : best > column && candidate < best;

    private void Pop()
    {
        _closed.Add(_open[^1]);
        _open.RemoveAt(_open.Count - 1);
    }
}
