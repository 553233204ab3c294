using System.Buffers;
using System.Text;

namespace SloCompiler.Cli.PromQl;

/// <summary>
/// Reads one JSON string a line and writes one JSON object a line. Everything that has been read is answered before more is
/// waited for, so that an editor can hold the stream open.
/// </summary>
internal sealed class ExpressionStream(Stream input, TextWriter output)
{
    // Every character of the longest expression written as \uXXXX, and room for more.
    private const int LongestLine = 8 * 1024 * 1024;
    private const int FlushAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _answers = new(FlushAt);
    private readonly char[] _chars = new char[FlushAt];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private byte[] _buffer = new byte[FlushAt];
    private int _start;
    private int _end;
    private bool _isOverlong;

    /// <summary>Answers every line up to the end of the input.</summary>
    public void Run()
    {
        using var answer = new ExpressionAnswer(_answers);
        while (Fill())
        {
            while (_buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n') is var length and >= 0)
            {
                Answer(answer, length);
                _start += length + 1;
            }

            DropOverlong();
            Flush();
        }

        if (_end > _start || _isOverlong)
        {
            Answer(answer, _end - _start);
        }

        Flush();
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    /// <summary>Forgets the rest of a line that is longer than any expression; its end is still waited for.</summary>
    private void DropOverlong()
    {
        if (_end - _start > LongestLine)
        {
            _isOverlong = true;
            _start = _end;
        }
    }

    private void Answer(ExpressionAnswer answer, int length)
    {
        if (_isOverlong)
        {
            answer.WriteOverlong(LongestLine);
            _isOverlong = false;
        }
        else
        {
            answer.Write(_buffer.AsSpan(_start, length).TrimEnd((byte)'\r'));
        }

        if (_answers.WrittenCount > FlushAt)
        {
            Emit();
        }
    }

    private void Flush()
    {
        if (_answers.WrittenCount > 0)
        {
            Emit();
            output.Flush();
        }
    }

    private void Emit()
    {
        var bytes = _answers.WrittenSpan;
        while (!bytes.IsEmpty)
        {
            _decoder.Convert(bytes, _chars, flush: false, out var used, out var written, out _);
            output.Write(_chars, 0, written);
            bytes = bytes[used..];
        }

        _answers.ResetWrittenCount();
    }
}
