using System.Collections.Immutable;

namespace SloCompiler.Text.Yaml;

/// <summary>
/// Maps offsets in the decoded value of a scalar to offsets in the file, as a list of runs in which both advance together.
/// A run starts where folding, an escape or an indentation broke the step.
/// </summary>
/// <param name="Runs">Runs by ascending value offset; the first starts at value offset 0.</param>
public sealed record YamlOffsetMap(ImmutableArray<YamlOffsetRun> Runs)
{
    /// <summary>The file offset of a value offset.</summary>
    public int ToFileOffset(int valueOffset)
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

        return Runs[low].FileOffset + Math.Min(valueOffset - Runs[low].ValueOffset, Runs[low].Length);
    }
}

/// <summary>A stretch in which value and file advance together.</summary>
/// <param name="ValueOffset">Start in the decoded value.</param>
/// <param name="FileOffset">Start in the file.</param>
/// <param name="Length">Units until the step breaks; beyond it, offsets stay at the end of the run.</param>
public readonly record struct YamlOffsetRun(int ValueOffset, int FileOffset, int Length);
