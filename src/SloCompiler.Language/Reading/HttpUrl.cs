namespace SloCompiler.Language.Reading;

/// <summary>URLs that a browser opens.</summary>
internal static class HttpUrl
{
    /// <summary>Whether a text is an absolute http or https URL without a user and password, which alerts and files would show.</summary>
    public static bool IsValid(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0
            && !text.Any(char.IsWhiteSpace);
}
