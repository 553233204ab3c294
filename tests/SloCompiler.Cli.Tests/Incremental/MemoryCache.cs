using SloCompiler.Files;

namespace SloCompiler.Cli.Tests.Incremental;

/// <summary>A cache in memory, which tests look into and spoil.</summary>
internal sealed class MemoryCache : ICacheFolder
{
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>How often something was kept: once for each run that was done in full.</summary>
    public int Writes { get; private set; }

    public byte[]? Read(string name, int limit) => Files.TryGetValue(name, out var content) && content.Length <= limit ? content : null;

    public void Write(string name, byte[] content)
    {
        Files[name] = content;
        Writes++;
    }

    public void SpoilEach(Func<byte[], byte[]> spoil)
    {
        foreach (var name in Files.Keys.ToList())
        {
            Files[name] = spoil([.. Files[name]]);
        }
    }
}
