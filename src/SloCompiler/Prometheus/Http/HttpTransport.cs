using System.Net;
using System.Text;
using System.Text.Json;
using SloCompiler.Prometheus.Answers;

namespace SloCompiler.Prometheus.Http;

/// <summary>Sends questions over HTTP: bounded in number, time and size; repeated only where the server asks for patience.</summary>
internal sealed class HttpTransport : IDisposable
{
    // Longer ones go into the body, because servers and proxies limit the length of addresses.
    private const int LongestInAddress = 2000;
    private const int Attempts = 3;
    private const int SlowInARow = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly PrometheusConnection _connection;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly Failures _failures;
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _all;
    private ApiFailure? _lasting;
    private int _slow;

    public HttpTransport(PrometheusConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
        _failures = new Failures(connection);
        _places = new SemaphoreSlim(connection.Concurrency);
        _all = new CancellationTokenSource(connection.TotalTimeout, clock);
        _http = new HttpClient(HandlerFactory.Create(connection.Tls, connection.Concurrency, connection.Timeout)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks, and reads the answer.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="read">Reads an answer from its JSON; null where it is not what the API answers.</param>
    public async Task<ApiOutcome<T>> SendAsync<T>(Ask ask, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            await _places.WaitAsync(_all.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ApiOutcome.Failed<T>(_failures.OutOfTime());
        }

        try
        {
            var outcome = _lasting is { } lasting ? ApiOutcome.Failed<T>(lasting) : await RepeatAsync(ask, read).ConfigureAwait(false);
            Remember(outcome.Failure);
            return outcome;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _all.Dispose();
        _places.Dispose();
    }

    // A server that is down stays down for the rest of a run: asking it hundreds of times would only take long.
    private void Remember(ApiFailure? failure)
    {
        var slow = failure?.Kind == ApiFailureKind.TooSlow ? Interlocked.Increment(ref _slow) : Interlocked.Exchange(ref _slow, 0);
        if (failure?.Kind is ApiFailureKind.Unreachable or ApiFailureKind.Tls || (failure?.Kind == ApiFailureKind.TooSlow && slow >= SlowInARow))
        {
            _lasting ??= failure;
        }
    }

    private async Task<ApiOutcome<T>> RepeatAsync<T>(Ask ask, Func<JsonElement, T?> read)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var (outcome, pause) = await TryAsync(ask, read, attempt).ConfigureAwait(false);
            if (pause is null || attempt == Attempts)
            {
                return outcome;
            }

            try
            {
                await Task.Delay(pause.Value, _clock, _all.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return outcome;
            }
        }
    }

    private async Task<(ApiOutcome<T> Outcome, TimeSpan? Pause)> TryAsync<T>(Ask ask, Func<JsonElement, T?> read, int attempt)
        where T : class
    {
        using var limit = new CancellationTokenSource(_connection.Timeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _all.Token);
        try
        {
            using var request = RequestOf(ask);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var body = IsRedirect(response.StatusCode) ? ReadOnlyMemory<byte>.Empty : await BoundedContent.ReadAsync(response.Content, _connection.MaxAnswerBytes, both.Token).ConfigureAwait(false);
            var outcome = body is null ? ApiOutcome.Failed<T>(_failures.TooLarge()) : Read(response, body.Value, ask, read);
            return (outcome, outcome.Failure?.Kind == ApiFailureKind.ServerFailed ? PauseOf(response, attempt) : null);
        }
        catch (OperationCanceledException)
        {
            return (ApiOutcome.Failed<T>(_all.IsCancellationRequested ? _failures.OutOfTime() : _failures.TooSlow(_connection.Timeout)), null);
        }
        catch (HttpRequestException exception)
        {
            return (ApiOutcome.Failed<T>(_failures.OfException(exception)), null);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return (ApiOutcome.Failed<T>(_failures.OfException(new HttpRequestException(HttpRequestError.ResponseEnded))), null);
        }
    }

    private HttpRequestMessage RequestOf(Ask ask)
    {
        var isShort = ask.Parameters.Length <= LongestInAddress;
        var address = _connection.Url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + ask.Path;
        var request = new HttpRequestMessage(
            isShort ? HttpMethod.Get : HttpMethod.Post,
            new Uri(isShort && ask.Parameters.Length > 0 ? $"{address}?{ask.Parameters}" : address))
        {
            Content = isShort ? null : new StringContent(ask.Parameters, Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", "slo");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        foreach (var header in _connection.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        return request;
    }

    private ApiOutcome<T> Read<T>(HttpResponseMessage response, ReadOnlyMemory<byte> body, Ask ask, Func<JsonElement, T?> read)
        where T : class
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // The status may say more than the body.
        }

        using (document)
        {
            var error = document is null ? null : ErrorOf(document.RootElement);
            if (!response.IsSuccessStatusCode || error is not null)
            {
                var status = response.IsSuccessStatusCode ? HttpStatusCode.UnprocessableEntity : response.StatusCode;
                return ApiOutcome.Failed<T>(_failures.OfStatus(status, response.Headers.Location, "/" + ask.Path, error));
            }

            if (document is null)
            {
                return ApiOutcome.Failed<T>(_failures.NotJson(response.Content.Headers.ContentType?.MediaType));
            }

            return document.RootElement.TextOf("status") == "success" && read(document.RootElement) is { } value
                ? ApiOutcome.Of(value)
                : ApiOutcome.Failed<T>(_failures.NotOfTheApi());
        }
    }

    private static ApiError? ErrorOf(JsonElement root)
        => root.TextOf("status") == "error" ? new ApiError(root.TextOf("errorType") ?? "", root.TextOf("error") ?? "an error without words") : null;

    private static bool IsRedirect(HttpStatusCode status) => status is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest;

    // Doubles each time, unless the server says how long to wait.
    private static TimeSpan? PauseOf(HttpResponseMessage response, int attempt)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
        {
            return null;
        }

        var wanted = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(250 << (attempt - 1));
        return wanted < LongestPause ? wanted : LongestPause;
    }
}
