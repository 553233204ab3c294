using System.Buffers;
using System.Text;

namespace SloCompiler.BackEnds;

/// <summary>
/// A file to write. What it holds is made when somebody asks for it, the same each time, so that no one has to keep all files of a
/// large project at once. Several threads may ask.
/// </summary>
public sealed class OutputFile
{
    private readonly Action<IBufferWriter<byte>> _write;

    /// <summary>A file whose content is made on demand.</summary>
    /// <param name="path">Relative to the output folder, with forward slashes.</param>
    /// <param name="write">Writes the whole content in UTF-8, with <c>\n</c> line ends.</param>
    public OutputFile(string path, Action<IBufferWriter<byte>> write)
    {
        Path = path;
        _write = write;
    }

    /// <summary>A file whose content is known.</summary>
    /// <param name="path">Relative to the output folder, with forward slashes.</param>
    /// <param name="text">The whole content, with <c>\n</c> line ends.</param>
    public OutputFile(string path, string text)
        : this(path, buffer => Encoding.UTF8.GetBytes(text, buffer))
    {
    }

    /// <summary>Relative to the output folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The whole content, with <c>\n</c> line ends; made anew for each who asks.</summary>
    public string Text
    {
        get
        {
            var buffer = new ArrayBufferWriter<byte>();
            WriteTo(buffer);
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    /// <summary>Writes the whole content in UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> buffer) => _write(buffer);
}
