using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>A body of Prometheus's remote write: protocol buffers in a frame of Snappy that leaves them uncompressed.</summary>
internal sealed class RemoteWrite
{
    private const int LongestLiteral = 65_536;

    private readonly ArrayBufferWriter<byte> _request = new();

    /// <summary>Bytes so far.</summary>
    public int Length => _request.WrittenCount;

    /// <summary>The labels of a series as the message holds them, made once for all its samples.</summary>
    public static byte[] LabelsOf(Series series)
    {
        var message = new ArrayBufferWriter<byte>();
        foreach (var (name, value) in series.Labels)
        {
            var label = new ArrayBufferWriter<byte>();
            WriteBytes(label, 1, Encoding.UTF8.GetBytes(name));
            WriteBytes(label, 2, Encoding.UTF8.GetBytes(value));
            WriteBytes(message, 1, label.WrittenSpan);
        }

        return message.WrittenSpan.ToArray();
    }

    /// <summary>Adds samples of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="labels">Its labels, by <see cref="LabelsOf"/>.</param>
    /// <param name="from">Time of the first sample, in seconds since 1970.</param>
    /// <param name="until">Time that no sample reaches.</param>
    public int Add(Series series, byte[] labels, long from, long until)
    {
        var message = new ArrayBufferWriter<byte>();
        message.Write(labels);
        var count = 0;
        for (var time = from; time < until; time += (long)series.Step.TotalSeconds, count++)
        {
            WriteBytes(message, 2, Sample(time, series.At(time)));
        }

        WriteBytes(_request, 1, message.WrittenSpan);
        return count;
    }

    /// <summary>The whole body.</summary>
    public byte[] ToBody()
    {
        var content = _request.WrittenSpan;
        var body = new ArrayBufferWriter<byte>(content.Length + 64);
        WriteVarint(body, (ulong)content.Length);
        while (!content.IsEmpty)
        {
            var literal = content[..Math.Min(content.Length, LongestLiteral)];
            Span<byte> head = [61 << 2, 0, 0];
            BinaryPrimitives.WriteUInt16LittleEndian(head[1..], (ushort)(literal.Length - 1));
            body.Write(head);
            body.Write(literal);
            content = content[literal.Length..];
        }

        return body.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> Sample(long seconds, double value)
    {
        var sample = new byte[20];
        sample[0] = (1 << 3) | 1;
        BinaryPrimitives.WriteDoubleLittleEndian(sample.AsSpan(1), value);
        sample[9] = 2 << 3;
        var length = 10 + Varint(sample.AsSpan(10), (ulong)seconds * 1000);
        return sample.AsSpan(0, length);
    }

    private static void WriteBytes(ArrayBufferWriter<byte> writer, int field, ReadOnlySpan<byte> bytes)
    {
        WriteVarint(writer, (ulong)((field << 3) | 2));
        WriteVarint(writer, (ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static void WriteVarint(ArrayBufferWriter<byte> writer, ulong value)
    {
        Span<byte> bytes = stackalloc byte[10];
        writer.Write(bytes[..Varint(bytes, value)]);
    }

    private static int Varint(Span<byte> bytes, ulong value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[length++] = (byte)(value | 0x80);
        }

        bytes[length++] = (byte)value;
        return length;
    }
}
