namespace SloCompiler.Text.Yaml.Composing;

/// <summary>Reads the end of a text without copying it.</summary>
internal sealed class TextSliceReader(string text, int start) : TextReader
{
    private int _next = start;

    /// <inheritdoc />
    public override int Peek() => _next < text.Length ? text[_next] : -1;

    /// <inheritdoc />
    public override int Read() => _next < text.Length ? text[_next++] : -1;

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count)
    {
        var length = Math.Min(count, text.Length - _next);
        text.AsSpan(_next, length).CopyTo(buffer.AsSpan(index));
        _next += length;
        return length;
    }
}
