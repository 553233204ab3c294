namespace SloCompiler.Reports.Measuring;

/// <summary>The address of a server, as the command line gives it.</summary>
public static class ServerAddress
{
    /// <summary>The address; null where it is none of http or https, or holds credentials, which command lines show to everybody.</summary>
    public static Uri? Read(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
            ? url
            : null;
}
