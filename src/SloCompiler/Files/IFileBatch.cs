namespace SloCompiler.Files;

/// <summary>
/// Files that are replaced together. Their new contents are written beside them first, and put in their places when all are whole;
/// disposing of the batch removes what was not put in its place. Whoever may write files elsewhere finds no trace of it.
/// </summary>
public interface IFileBatch : IDisposable
{
    /// <summary>Writes the new content of a file beside it, and makes its folders where they are missing. Several threads may stage at once.</summary>
    FileProblem? Stage(string path, ReadOnlySpan<byte> content);

    /// <summary>Returns when a power cut would not take what is staged.</summary>
    FileProblem? Flush();

    /// <summary>Puts the staged content of a file in its place: whoever reads the file sees the old content or the new.</summary>
    FileProblem? Commit(string path);
}
