using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SloCompiler.Preview;

/// <summary>
/// Answers browsers of this machine. Listens on the loopback address only, and to nobody who asks for another host: a page of the
/// internet whose name suddenly leads here gets nothing.
/// </summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end = new();
    private TaskCompletionSource _changed = NewSignal();
    private PreviewPages _pages = PreviewPages.None;

    private PreviewServer(WebApplication app) => _app = app;

    /// <summary>Address of the pages.</summary>
    public Uri Url => new(_app.Urls.First().TrimEnd('/') + "/");

    /// <summary>Is done when somebody ends the program.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <summary>Starts to listen.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    public static async Task<PreviewServer> StartAsync(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 0;
            options.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.ClearProviders();
        var server = new PreviewServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        server._app.Lifetime.ApplicationStopping.Register(server._end.Cancel);
        await server._app.StartAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>Shows other pages, and tells browsers.</summary>
    public void Show(PreviewPages pages)
    {
        _pages = pages;
        Interlocked.Exchange(ref _changed, NewSignal()).SetResult();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _end.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsForUs(HostString host) => host.Host is "127.0.0.1" or "localhost" && host.Port == Url.Port;

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!IsForUs(request.Host))
        {
            response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (request.Path == "/events")
        {
            await TellChangesAsync(context).ConfigureAwait(false);
            return;
        }

        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (_pages.Find(request.Path.Value ?? "", nonce) is not { } page)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        if (request.Method == "GET")
        {
            await response.WriteAsync(page, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task TellChangesAsync(HttpContext context)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _end.Token);
        context.Response.ContentType = "text/event-stream";
        try
        {
            var known = int.TryParse(context.Request.Query["since"], NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? since : -1;
            await context.Response.WriteAsync("retry: 1000\n\n", over.Token).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(over.Token).ConfigureAwait(false);
            while (true)
            {
                var next = _changed.Task;
                if (_pages.Version != known)
                {
                    known = _pages.Version;
                    await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: changed\ndata: {known}\n\n"), over.Token).ConfigureAwait(false);
                    await context.Response.Body.FlushAsync(over.Token).ConfigureAwait(false);
                }

                await next.WaitAsync(over.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has gone, or the program ends.
        }
    }
}
