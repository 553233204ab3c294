using System.Text;

namespace SloCompiler.Cli.Terminals;

/// <summary>Passes text on and keeps a copy of it, unless it is too long to be kept.</summary>
/// <param name="inner">Takes the text; left open.</param>
internal sealed class CopyingWriter(TextWriter inner) : TextWriter
{
    private const int MostCharacters = 2 * 1024 * 1024;
    private StringBuilder? _copy = new();

    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

    /// <summary>All text so far; null where it was too long.</summary>
    public string? Copy => _copy?.ToString();

    /// <inheritdoc />
    public override void Write(char value) => Write([value]);

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        inner.Write(buffer);
        _copy = _copy is null || _copy.Length + buffer.Length > MostCharacters ? null : _copy.Append(buffer);
    }

    /// <inheritdoc />
    public override void Flush() => inner.Flush();
}
