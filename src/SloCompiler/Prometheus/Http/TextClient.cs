using System.Text;

namespace SloCompiler.Prometheus.Http;

/// <summary>Fetches one text, such as the metrics of a target, with the limits of <see cref="HttpTransport"/>.</summary>
/// <param name="connection">How it is reached; its address is that of the text.</param>
/// <param name="clock">Measures the time limit.</param>
internal sealed class TextClient(PrometheusConnection connection, TimeProvider clock) : IDisposable
{
    private const string Accept = "application/openmetrics-text;version=1.0.0;q=0.9,text/plain;version=0.0.4;q=0.5";

    private readonly Failures _failures = new(connection);
    private readonly HttpClient _http = new(HandlerFactory.Create(connection.Tls, 1, connection.Timeout)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The text.</summary>
    public async Task<ApiOutcome<string>> GetAsync()
    {
        using var limit = new CancellationTokenSource(connection.Timeout, clock);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, connection.Url);
            request.Headers.TryAddWithoutValidation("User-Agent", "slo");
            request.Headers.TryAddWithoutValidation("Accept", Accept);
            foreach (var header in connection.Headers)
            {
                request.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return ApiOutcome.Failed<string>(_failures.OfStatus(response.StatusCode, response.Headers.Location, connection.Url.AbsolutePath, null));
            }

            if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/json" or "application/vnd.google.protobuf")
            {
                return ApiOutcome.Failed<string>(_failures.NotMetrics(response.Content.Headers.ContentType.MediaType));
            }

            return await BoundedContent.ReadAsync(response.Content, connection.MaxAnswerBytes, limit.Token).ConfigureAwait(false) is { } body
                ? ApiOutcome.Of(Encoding.UTF8.GetString(body.Span))
                : ApiOutcome.Failed<string>(_failures.TooLarge());
        }
        catch (OperationCanceledException)
        {
            return ApiOutcome.Failed<string>(_failures.TooSlow(connection.Timeout));
        }
        catch (HttpRequestException exception)
        {
            return ApiOutcome.Failed<string>(_failures.OfException(exception));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return ApiOutcome.Failed<string>(_failures.OfException(new HttpRequestException(HttpRequestError.ResponseEnded)));
        }
    }

    public void Dispose() => _http.Dispose();
}
