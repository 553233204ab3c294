namespace SloCompiler.Files;

/// <summary>A batch for file systems that can only replace one file at a time.</summary>
internal sealed class MemoryBatch(IFileSystem files) : IFileBatch
{
    private readonly Dictionary<string, byte[]> _staged = new(StringComparer.Ordinal);

    public FileProblem? Stage(string path, ReadOnlySpan<byte> content)
    {
        var copy = content.ToArray();
        lock (_staged)
        {
            _staged[path] = copy;
        }

        return null;
    }

    public FileProblem? Flush() => null;

    public FileProblem? Commit(string path) => files.Write(path, _staged[path]);

    public void Dispose() => _staged.Clear();
}
