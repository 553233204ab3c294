using System.Buffers;
using System.Text;

namespace SloCompiler.BackEnds.Yaml;

/// <summary>Appends text to a buffer of UTF-8.</summary>
internal sealed class Utf8Text(IBufferWriter<byte> buffer)
{
    // A character of UTF-16 takes at most three bytes; a pair of surrogates takes four.
    private const int MostBytesPerCharacter = 3;

    /// <summary>Appends a text.</summary>
    public Utf8Text Append(ReadOnlySpan<char> text)
    {
        var bytes = buffer.GetSpan((text.Length * MostBytesPerCharacter) + 1);
        buffer.Advance(Encoding.UTF8.GetBytes(text, bytes));
        return this;
    }

    /// <summary>Appends characters of ASCII.</summary>
    public Utf8Text Append(ReadOnlySpan<byte> ascii)
    {
        buffer.Write(ascii);
        return this;
    }

    /// <summary>Appends spaces.</summary>
    public Utf8Text Indent(int spaces)
    {
        buffer.GetSpan(spaces + 1)[..spaces].Fill((byte)' ');
        buffer.Advance(spaces);
        return this;
    }
}
