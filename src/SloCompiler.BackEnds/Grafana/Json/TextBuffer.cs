using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>A text that grows, and of which the end can be taken back; its memory is borrowed, because dashboards are large.</summary>
internal sealed class TextBuffer : IDisposable
{
    private const int FirstSize = 256 * 1024;

    private char[] _text = ArrayPool<char>.Shared.Rent(FirstSize);

    /// <summary>Characters so far; setting it takes back all behind them.</summary>
    public int Length { get; set; }

    /// <summary>The last character.</summary>
    public char Last => _text[Length - 1];

    /// <summary>The text.</summary>
    public override string ToString() => new(_text, 0, Length);

    /// <summary>Writes the text in UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> buffer) => Encoding.UTF8.GetBytes(_text.AsSpan(0, Length), buffer);

    public void Append(char c)
    {
        Reserve(1);
        _text[Length++] = c;
    }

    public void Append(string text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    public void AppendSpaces(int count)
    {
        Reserve(count);
        _text.AsSpan(Length, count).Fill(' ');
        Length += count;
    }

    /// <summary>Appends a word in quotes. Only what JSON itself asks for is escaped, so that a reviewer can read the queries.</summary>
    public void AppendQuoted(string word)
    {
        Append('"');
        Append(IsPlain(word) ? word : JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(word));
        Append('"');
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_text);

    private static bool IsPlain(string word)
    {
        foreach (var c in word)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private void Reserve(int count)
    {
        if (Length + count <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _text.Length, Length + count));
        _text.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
