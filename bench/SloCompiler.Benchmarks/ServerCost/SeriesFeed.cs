using System.Net.Http.Headers;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>Writes the past of series to a server, hour by hour, and then their present.</summary>
internal sealed class SeriesFeed(HttpClient http, IReadOnlyList<Series> series)
{
    private const long Hour = 3600;
    private const long LargestBody = 1 << 20;

    private readonly byte[][] _labels = [.. series.Select(RemoteWrite.LabelsOf)];
    private long _written;

    /// <summary>Samples written so far.</summary>
    public long Samples { get; private set; }

    /// <summary>Writes all that lies before now, and what has become the past meanwhile.</summary>
    public async Task WritePastAsync(Action<double> report)
    {
        var start = Now - (long)series.Max(s => s.Past).TotalSeconds;
        _written = start - (start % Hour);
        var first = _written;
        while (Now - _written > 1)
        {
            var until = Math.Min(_written + Hour, Now);
            await WriteAsync(series, until);
            report((double)(until - first) / (Now - first));
        }
    }

    /// <summary>Goes on writing what the series are at present.</summary>
    /// <param name="wanted">Which of them.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task WritePresentAsync(Func<Series, bool> wanted, CancellationToken cancel)
    {
        Series[] present = [.. series.Where(wanted)];
        while (!cancel.IsCancellationRequested)
        {
            await WriteAsync(present, Now);
            await Task.Delay(TimeSpan.FromSeconds(5), cancel).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private async Task WriteAsync(IReadOnlyCollection<Series> wanted, long until)
    {
        var request = new RemoteWrite();
        var set = wanted.Count == series.Count ? null : wanted.ToHashSet(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < series.Count; index++)
        {
            var one = series[index];
            var step = (long)one.Step.TotalSeconds;
            var from = Math.Max(_written, Now - (long)one.Past.TotalSeconds);
            from += (step - (from % step)) % step;
            if (from >= until || set?.Contains(one) == false)
            {
                continue;
            }

            Samples += request.Add(one, _labels[index], from, until);
            if (request.Length > LargestBody)
            {
                await SendAsync(request);
                request = new RemoteWrite();
            }
        }

        await SendAsync(request);
        _written = until;
    }

    private async Task SendAsync(RemoteWrite request)
    {
        if (request.Length == 0)
        {
            return;
        }

        using var body = new ByteArrayContent(request.ToBody());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        body.Headers.ContentEncoding.Add("snappy");
        using var response = await http.PostAsync(new Uri("/api/v1/write", UriKind.Relative), body);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException("remote write: " + await response.Content.ReadAsStringAsync());
        }
    }
}
