using System.Buffers;
using SloCompiler.BackEnds;

namespace SloCompiler.Output;

/// <summary>Buffers for the contents of files, used again and again: as many as files are made at once.</summary>
internal sealed class OutputBuffers
{
    private const int FirstSize = 1024 * 1024;

    private readonly Stack<ArrayBufferWriter<byte>> _free = new();

    /// <summary>Makes the content of a file.</summary>
    public ArrayBufferWriter<byte> Fill(OutputFile file)
    {
        var buffer = Take();
        file.WriteTo(buffer);
        return buffer;
    }

    /// <summary>Takes a buffer back, whose content nobody needs any more.</summary>
    public void Return(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        lock (_free)
        {
            _free.Push(buffer);
        }
    }

    private ArrayBufferWriter<byte> Take()
    {
        lock (_free)
        {
            return _free.TryPop(out var free) ? free : new ArrayBufferWriter<byte>(FirstSize);
        }
    }
}
