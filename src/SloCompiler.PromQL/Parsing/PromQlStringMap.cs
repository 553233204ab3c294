using System.Text;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>Finds the place in a literal that wrote a part of its value.</summary>
internal static class PromQlStringMap
{
    /// <summary>The place in the literal, quotes counted, of a part of its value.</summary>
    /// <param name="literal">The literal with its quotes.</param>
    /// <param name="value">Its value.</param>
    /// <param name="part">The part of the value, in UTF-16 units.</param>
    public static TextSpan Locate(ReadOnlySpan<char> literal, string value, TextSpan part)
    {
        // Escapes may write single bytes, so places are compared in bytes.
        var startByte = Encoding.UTF8.GetByteCount(value.AsSpan(0, part.Start));
        var endByte = startByte + Encoding.UTF8.GetByteCount(value.AsSpan(part.Start, part.Length));
        var start = literal.Length - 1;
        var bytes = new MemoryStream();
        var rest = literal[1..^1];
        while (!rest.IsEmpty && bytes.Length < endByte)
        {
            var position = literal.Length - 1 - rest.Length;
            PromQlStrings.Take(ref rest, literal[0], bytes);
            if (bytes.Length > startByte)
            {
                start = Math.Min(start, position);
            }
        }

        return TextSpan.FromBounds(start, Math.Max(start, literal.Length - 1 - rest.Length));
    }
}
