namespace SloCompiler.Prometheus;

/// <summary>What a user says on the command line about the server that is asked.</summary>
/// <param name="Url">Its address; null for that of the settings.</param>
/// <param name="BearerTokenFile">File with a bearer token, relative to the working folder; null for none.</param>
/// <param name="HeadersFile">File with headers, one <c>Name: value</c> on each line; null for none.</param>
public sealed record ServerRequest(Uri? Url, string? BearerTokenFile = null, string? HeadersFile = null)
{
    /// <summary>Nothing: the settings decide.</summary>
    public static ServerRequest FromSettings { get; } = new((Uri?)null);
}
