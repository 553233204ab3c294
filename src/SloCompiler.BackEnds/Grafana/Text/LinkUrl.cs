using System.Globalization;
using System.Text;

namespace SloCompiler.BackEnds.Grafana.Text;

/// <summary>Addresses that may stand in a link.</summary>
internal static class LinkUrl
{
    private const string Allowed = "-._~:/?#@!&'*+,;=%";

    /// <summary>
    /// The address with all that could end a link or name a variable percent-encoded; null for anything but http and https.
    /// </summary>
    public static string? Safe(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var result = new StringBuilder(url.Length);
        foreach (var rune in url.Trim().EnumerateRunes())
        {
            Append(result, rune);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || Allowed.Contains((char)rune.Value, StringComparison.Ordinal)))
        {
            result.Append((char)rune.Value);
            return;
        }

        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
        {
            result.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
    }
}
