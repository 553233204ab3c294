using SloCompiler.Text.Yaml;

namespace SloCompiler.Files;

/// <summary>Reads what comes through a pipe.</summary>
public static class BoundedInput
{
    private const int BufferSize = 32 * 1024;

    /// <summary>All bytes, or somewhat more than a file may have: enough to tell that the limit is passed.</summary>
    public static byte[] Read(Stream input)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[BufferSize];
        int count;
        while (memory.Length <= YamlLimits.MaxFileSize && (count = input.Read(buffer)) > 0)
        {
            memory.Write(buffer, 0, count);
        }

        return memory.ToArray();
    }
}
