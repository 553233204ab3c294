using System.Text;

namespace SloCompiler.Language.Dashboards.Json;

/// <summary>Turns offsets in UTF-8 into offsets in UTF-16, for offsets that only grow; linear over all of them.</summary>
internal sealed class Utf8Position(byte[] bytes)
{
    private int _byteOffset;
    private int _unitOffset;

    /// <summary>The UTF-16 offset of a byte that is not in front of the last one asked for.</summary>
    public int Of(long byteOffset)
    {
        var length = (int)byteOffset - _byteOffset;
        _unitOffset += Encoding.UTF8.GetCharCount(bytes, _byteOffset, length);
        _byteOffset += length;
        return _unitOffset;
    }
}
