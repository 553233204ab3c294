namespace SloCompiler.Text;

/// <summary>Recognises encodings other than UTF-8, by their byte order mark or by the zero bytes of their ASCII letters.</summary>
internal static class EncodingGuess
{
    private const int SampleSize = 256;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Name of the encoding; null for UTF-8 and for what is no known encoding.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => "UTF-32 (little-endian)",
        [0, 0, 0xFE, 0xFF, ..] => "UTF-32 (big-endian)",
        [0xFF, 0xFE, ..] => "UTF-16 (little-endian)",
        [0xFE, 0xFF, ..] => "UTF-16 (big-endian)",
        [not 0, 0, 0, 0, ..] when HasZeros(bytes, 4, textByte: 0) => "UTF-32 (little-endian)",
        [0, 0, 0, not 0, ..] when HasZeros(bytes, 4, textByte: 3) => "UTF-32 (big-endian)",
        [not 0, 0, ..] when HasZeros(bytes, 2, textByte: 0) => "UTF-16 (little-endian)",
        [0, not 0, ..] when HasZeros(bytes, 2, textByte: 1) => "UTF-16 (big-endian)",
        _ => null,
    };

    /// <summary>The bytes behind a UTF-8 byte order mark, or all of them.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes)
        => bytes.StartsWith(Utf8Mark) ? bytes[Utf8Mark.Length..] : bytes;

    /// <summary>Whether, in most characters of a sample, exactly the one byte that holds ASCII is not zero.</summary>
    private static bool HasZeros(ReadOnlySpan<byte> bytes, int width, int textByte)
    {
        var count = Math.Min(bytes.Length, SampleSize) / width;
        var matches = 0;
        for (var i = 0; i < count; i++)
        {
            var character = bytes.Slice(i * width, width);
            matches += character[textByte] != 0 && character.Count((byte)0) == width - 1 ? 1 : 0;
        }

        return matches * 10 >= count * 7;
    }
}
