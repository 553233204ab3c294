namespace SloCompiler.Language.Reading;

/// <summary>URLs that a browser opens.</summary>
internal static class HttpUrl
{
    /// <summary>Whether a text is an absolute http or https URL.</summary>
    public static bool IsValid(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && !text.Any(char.IsWhiteSpace);
}
