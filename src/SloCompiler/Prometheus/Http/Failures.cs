using System.Globalization;
using System.Net;
using System.Security.Authentication;
using System.Text;

namespace SloCompiler.Prometheus.Http;

/// <summary>Puts into words why there is no answer.</summary>
/// <param name="connection">How the server is reached.</param>
internal sealed class Failures(PrometheusConnection connection)
{
    private const int LongestText = 300;

    private string Server => connection.Url.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public ApiFailure OfException(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new(
            ApiFailureKind.Unreachable,
            $"The name {connection.Url.Host} of {Server} cannot be resolved.",
            "Check the spelling of the address, and whether this machine is in the network that knows the name."),
        HttpRequestError.SecureConnectionError => new(
            ApiFailureKind.Tls,
            $"No secure connection to {Server}: {Reason(exception)}",
            "Check that the address should start with https, and name the authority of the certificate as `tls.ca_file` below `prometheus` in slo.yaml."),
        HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.HttpProtocolError
            => NotAnAnswer("breaks off, or is not HTTP"),
        _ => new(
            ApiFailureKind.Unreachable,
            $"{Server} cannot be reached: {Reason(exception)}",
            "Check address and port, whether the server runs, and whether a firewall or proxy stands between."),
    };

    public ApiFailure TooSlow(TimeSpan limit) => new(
        ApiFailureKind.TooSlow,
        $"{Server} did not answer within {Seconds(limit)}.",
        "Ask when it has less to do, or raise `timeout` below `prometheus` in slo.yaml.");

    public ApiFailure OutOfTime() => new(
        ApiFailureKind.TooSlow,
        $"All questions to {Server} together took longer than {Seconds(connection.TotalTimeout)}, so the rest was not asked.",
        "Check fewer files at once, or raise `total_timeout` below `prometheus` in slo.yaml.");

    public ApiFailure TooLarge() => NotAnAnswer($"is larger than {(connection.MaxAnswerBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture)} MiB");

    public ApiFailure NotJson(string? mediaType)
        => NotAnAnswer(mediaType is null or "application/json" ? "is not valid JSON" : $"is no JSON but {Clean(mediaType)}");

    public ApiFailure NotMetrics(string mediaType) => new(
        ApiFailureKind.NotAnAnswer,
        $"The answer of {Server} is no text of metrics but {Clean(mediaType)}.",
        "Give the address of the metrics themselves, which often ends with /metrics.");

    public ApiFailure NotOfTheApi() => NotAnAnswer("is JSON, but not what Prometheus answers");

    /// <param name="status">The status, not one of success.</param>
    /// <param name="location">Where a redirect leads to.</param>
    /// <param name="path">What was asked for.</param>
    /// <param name="error">What the server says of it, in the form of the API.</param>
    public ApiFailure OfStatus(HttpStatusCode status, Uri? location, string path, ApiError? error)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        var said = error is null ? $"answers with HTTP status {code}" : $"says: {Clean(error.Message)}";
        return status switch
        {
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new(
                ApiFailureKind.Redirected,
                $"{Server} answers with a redirect{(location is null ? "" : $" to {Describe(location)}")}, which is not followed.",
                "If that is the server that you mean, give its address. Credentials never follow a redirect."),
            HttpStatusCode.Unauthorized => new(
                ApiFailureKind.Denied,
                $"{Server} wants other credentials (HTTP status 401).",
                "Give a token file, basic_auth or headers below `prometheus` in slo.yaml, or --bearer-token-file or --headers-file; check that they have not expired."),
            HttpStatusCode.Forbidden => new(
                ApiFailureKind.Denied,
                $"{Server} does not allow {path} (HTTP status 403).",
                "Use credentials that may read it."),
            HttpStatusCode.NotFound when error is null => new(
                ApiFailureKind.NotAnAnswer,
                $"{Server} has no {path} (HTTP status 404).",
                "Check the path of the address: it must be what stands before /api/v1, such as https://mimir.example.org/prometheus."),
            _ when error?.Type == "timeout" => new(ApiFailureKind.TooSlow, $"{Server} gave up a query: {Clean(error.Message)}", "Ask when it has less to do, or make the expression cheaper."),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound => new(
                ApiFailureKind.Refused,
                $"{Server} {said}",
                "Correct the expression, or leave out what this server does not know."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new(
                ApiFailureKind.ServerFailed,
                $"{Server} has too much to do: it {said}.",
                "Lower `concurrency` below `prometheus` in slo.yaml, or ask later."),
            _ => new(ApiFailureKind.ServerFailed, $"{Server} {said}.", "Look into the log of the server, and of what stands before it."),
        };
    }

    private ApiFailure NotAnAnswer(string what) => new(
        ApiFailureKind.NotAnAnswer,
        $"The answer of {Server} {what}.",
        "Check that the address is that of a Prometheus, or of what speaks its HTTP API, and not of a login page or another service.");

    private string Reason(HttpRequestException exception)
    {
        var reason = exception.InnerException as AuthenticationException ?? exception.InnerException ?? exception;
        return Clean(reason.InnerException is { } inner && reason is AuthenticationException ? inner.Message : reason.Message).TrimEnd('.') + ".";
    }

    // A query may hold a secret, and so may what stands before the host.
    private string Describe(Uri location) => location.IsAbsoluteUri
        ? Clean(location.GetComponents(UriComponents.Scheme | UriComponents.Host | UriComponents.Port | UriComponents.Path, UriFormat.UriEscaped))
        : Clean(location.OriginalString.Split('?')[0]);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    /// <summary>A foreign text on one line, without control characters, secrets of ours and too much of it.</summary>
    private string Clean(string text)
    {
        foreach (var header in connection.Headers)
        {
            text = Hide(text, header.Value);
            text = header.Value.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? Hide(text, header.Value[(space + 1)..]) : text;
        }

        var line = new StringBuilder();
        foreach (var c in text.Trim())
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.Length <= LongestText ? line.ToString() : line.ToString(0, LongestText) + "…";
    }

    private static string Hide(string text, string secret) => secret.Length == 0 ? text : text.Replace(secret, "***", StringComparison.Ordinal);
}

/// <summary>What the API says of a question that it does not answer.</summary>
/// <param name="Type">Kind of the error, such as <c>bad_data</c>.</param>
/// <param name="Message">The error in words.</param>
internal sealed record ApiError(string Type, string Message);
