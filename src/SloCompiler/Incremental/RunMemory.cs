using System.Globalization;
using SloCompiler.Files;
using SloCompiler.Output;
using SloCompiler.Text;

namespace SloCompiler.Incremental;

/// <summary>
/// Remembers how a run ended, so that the same run over the same files costs no more than looking at them. Whatever is wrong with
/// the cache, the run is done in full; nothing of it is trusted that the files do not confirm.
/// </summary>
/// <param name="cache">Where runs are kept.</param>
/// <param name="files">The machine's files.</param>
/// <param name="identity">What tells the run from others.</param>
public sealed class RunMemory(ICacheFolder cache, IFileSystem files, string identity)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    // A name need not be safe against collisions: the identity itself is in the file.
    private readonly string _name = NameOf(identity);

    /// <summary>The run as it ended the last time; null where that is not known, or files have changed since.</summary>
    /// <param name="threads">Most threads at once; null for as many as the machine has processors.</param>
    public RememberedRun? Recall(int? threads)
        => cache.Read(_name, MostBytes) is { } bytes && RememberedRunFormat.Read(identity, bytes) is { } run && Holds(run, new Workers(threads)) ? run : null;

    /// <summary>Keeps a run for the next time.</summary>
    public void Remember(RememberedRun run)
    {
        var bytes = RememberedRunFormat.Write(identity, run);
        if (bytes.Length <= MostBytes)
        {
            cache.Write(_name, bytes);
        }
    }

    private static string NameOf(string identity)
    {
        var hash = FnvOffset;
        foreach (var character in identity)
        {
            hash = unchecked((hash ^ character) * FnvPrime);
        }

        return $"{hash.ToString("x16", CultureInfo.InvariantCulture)}.run";
    }

    private bool Holds(RememberedRun run, Workers workers)
        => workers.Map(run.Seen, o => o.Holds(files) ? o : null).All(o => o is not null)
            && (run.Output is not { } output || new OutputComparison(files, output.Target).IsUpToDate(output.Files, workers));
}
