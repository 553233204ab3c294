using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SloCompiler.Cli.Tests.Online;

/// <summary>Answers every HTTP request on a loopback port with one response, byte for byte.</summary>
internal class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]?> _respond;
    private readonly Func<Stream, Stream> _secure;
    private readonly List<string> _requests = [];
    private volatile bool _isOver;

    /// <param name="respond">The response to a request, head and body; null for none at all: the connection then stays open.</param>
    /// <param name="secure">Puts TLS around a connection.</param>
    public RawServer(Func<string, byte[]?> respond, Func<Stream, Stream>? secure = null)
    {
        _respond = respond;
        _secure = secure ?? (stream => stream);
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Host and port.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The requests so far, head and body.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static byte[] Response(string body, string status = "200 OK", string type = "application/json", string headers = "")
    {
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n{body}");
    }

    public void Dispose()
    {
        _isOver = true;
        _listener.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task AcceptAsync()
    {
        while (!_isOver)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => AnswerAsync(client));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            using var stream = _secure(client.GetStream());
            var request = await ReadAsync(stream);
            lock (_requests)
            {
                _requests.Add(request);
            }

            if (_respond(request) is not { } response)
            {
                while (!_isOver)
                {
                    await Task.Delay(50);
                }

                return;
            }

            await stream.WriteAsync(response);
            await stream.FlushAsync();
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, which is what some tests want.
        }
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (length < buffer.Length)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(length));
            length += count;
            var text = Encoding.UTF8.GetString(buffer, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0 || (end >= 0 && text.Length >= end + 4 + BodyLength(text)))
            {
                return text;
            }
        }

        return "";
    }

    private static int BodyLength(string head)
    {
        const string Name = "Content-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? 0 : int.Parse(head[(start + Name.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
    }
}

/// <summary>Answers with a text exposition.</summary>
internal sealed class MetricsEndpoint(string text) : RawServer(_ => Response(text, type: "text/plain; version=0.0.4"))
{
    /// <summary>Address of the metrics.</summary>
    public string Url => $"http://{Address}/metrics";
}
