using System.Collections.Immutable;

namespace SloCompiler.Text.Yaml;

/// <summary>
/// Maps offsets in the decoded value of a scalar to offsets in the file, as a list of runs.
/// A run starts where folding, an escape or an indentation broke the step.
/// </summary>
/// <param name="Runs">Runs by ascending value offset, without gaps; the first starts at value offset 0.</param>
public sealed record YamlOffsetMap(ImmutableArray<YamlOffsetRun> Runs)
{
    /// <summary>The file offset of a value offset; the end of the value maps to the end of the content.</summary>
    public int ToFileOffset(int valueOffset)
    {
        var run = RunAt(valueOffset);
        var into = valueOffset - run.ValueOffset;
        return into >= run.Length ? run.FileOffset + run.FileLength : run.FileOffset + (run.IsInStep ? into : 0);
    }

    /// <summary>The file offset just behind the unit in front of a value offset, such as the end of an escape sequence.</summary>
    /// <param name="valueEnd">Offset just behind a unit of the value, at least 1.</param>
    public int ToFileEnd(int valueEnd)
    {
        var run = RunAt(valueEnd - 1);
        return run.FileOffset + (run.IsInStep ? Math.Min(valueEnd - run.ValueOffset, run.Length) : run.FileLength);
    }

    private YamlOffsetRun RunAt(int valueOffset)
    {
        var low = 0;
        var high = Runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Runs[middle].ValueOffset <= valueOffset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Runs[low];
    }
}

/// <summary>
/// A stretch of a value and the text that it was written as. Where both are equally long they advance together;
/// otherwise, as for an escape sequence, the stretch is one piece.
/// </summary>
/// <param name="ValueOffset">Start in the decoded value.</param>
/// <param name="FileOffset">Start in the file.</param>
/// <param name="Length">Units in the value.</param>
/// <param name="FileLength">Units in the file.</param>
public readonly record struct YamlOffsetRun(int ValueOffset, int FileOffset, int Length, int FileLength)
{
    /// <summary>Whether each unit of the value is one unit of the file.</summary>
    public bool IsInStep => Length == FileLength;
}
