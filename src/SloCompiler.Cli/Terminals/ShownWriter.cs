using System.Buffers;
using System.Text;
using SloCompiler.Cli.Rendering;

namespace SloCompiler.Cli.Terminals;

/// <summary>
/// Passes text for people on, without what could do more to a terminal than show it: of control characters only line breaks and our
/// own colours and progress remain.
/// </summary>
/// <param name="inner">Takes the text; left open.</param>
internal sealed class ShownWriter(TextWriter inner) : TextWriter
{
    private const char Escape = '\u001b';

    private static readonly SearchValues<char> Parameters = SearchValues.Create("0123456789;");

    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc />
    public override void Write(char value) => Write([value]);

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        var rest = buffer;
        while (!rest.IsEmpty)
        {
            var plain = rest.IndexOfAnyExceptInRange(' ', '~');
            inner.Write(plain < 0 ? rest : rest[..plain]);
            rest = plain < 0 ? [] : rest[plain..];
            if (!rest.IsEmpty)
            {
                // Progress returns to the start of its line before it writes.
                var own = rest[0] == '\n' || (rest[0] == '\r' && rest.Length == buffer.Length) ? 1 : OwnSequence(rest);
                rest = own > 0 ? WriteAsItIs(rest, own) : WriteShown(rest);
            }
        }
    }

    /// <inheritdoc />
    public override void Flush() => inner.Flush();

    // ESC [ 1;31 m sets a colour, ESC [ K erases the rest of a line.
    private static int OwnSequence(ReadOnlySpan<char> text)
    {
        if (text is not [Escape, '[', .. var sequence])
        {
            return 0;
        }

        var end = sequence.IndexOfAnyExcept(Parameters);
        return end >= 0 && sequence[end] is 'm' or 'K' ? end + 3 : 0;
    }

    private ReadOnlySpan<char> WriteAsItIs(ReadOnlySpan<char> text, int length)
    {
        inner.Write(text[..length]);
        return text[length..];
    }

    private ReadOnlySpan<char> WriteShown(ReadOnlySpan<char> text)
    {
        _ = Rune.DecodeFromUtf16(text, out var rune, out var length);
        inner.Write(DisplayText.Show(rune));
        return text[length..];
    }
}
