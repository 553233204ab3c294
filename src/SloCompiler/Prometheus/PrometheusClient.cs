using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using SloCompiler.Prometheus.Answers;
using SloCompiler.Prometheus.Http;

namespace SloCompiler.Prometheus;

/// <summary>Asks a server over HTTP. Remembers answers as long as it lives; makes no connection before it is asked.</summary>
public sealed class PrometheusClient : IPrometheusApi, IDisposable
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly HttpTransport _transport;
    private readonly string _timeout;
    private readonly ConcurrentDictionary<string, Lazy<Task>> _asked = new(StringComparer.Ordinal);

    /// <summary>Makes a client. The time for all questions together starts now.</summary>
    /// <param name="connection">How the server is reached.</param>
    /// <param name="clock">Measures time limits.</param>
    public PrometheusClient(PrometheusConnection connection, TimeProvider clock)
    {
        _transport = new HttpTransport(connection, clock);
        _timeout = Seconds(connection.Timeout.TotalSeconds) + "s";
    }

    /// <inheritdoc />
    public Task<ApiOutcome<InstantAnswer>> QueryAsync(string expression, DateTimeOffset? time = null, bool withStatistics = false) => Send(
        new Ask("api/v1/query").With("query", expression).With("time", Time(time)).With("timeout", _timeout).With("stats", withStatistics ? "all" : null),
        QueryReader.Instant);

    /// <inheritdoc />
    public async Task<ApiOutcome<RangeAnswer>> QueryRangeAsync(string expression, DateTimeOffset start, DateTimeOffset end, TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, Millisecond);
        var answers = await Task.WhenAll(RangeParts.Of(start, end, step).Select(part => Range(expression, part, step))).ConfigureAwait(false);
        return answers.FirstOrDefault(a => a.Failure is not null) ?? ApiOutcome.Of(RangeParts.Join(answers.Select(a => a.Value).OfType<RangeAnswer>()));
    }

    /// <inheritdoc />
    public Task<ApiOutcome<SeriesAnswer>> SeriesAsync(string selector, DateTimeOffset start, DateTimeOffset end, int limit) => Send(
        new Ask("api/v1/series").With("match[]", selector).With("start", Time(start)).With("end", Time(end)).With("limit", limit.ToString(CultureInfo.InvariantCulture)),
        root => StatusReader.Series(root, limit));

    /// <inheritdoc />
    public Task<ApiOutcome<NamesAnswer>> LabelNamesAsync(string? selector = null, DateTimeOffset? start = null)
        => Send(new Ask("api/v1/labels").With("match[]", selector).With("start", Time(start)), StatusReader.Names);

    /// <inheritdoc />
    public Task<ApiOutcome<NamesAnswer>> LabelValuesAsync(string label, string? selector = null, DateTimeOffset? start = null)
        => Send(new Ask($"api/v1/label/{Uri.EscapeDataString(label)}/values").With("match[]", selector).With("start", Time(start)), StatusReader.Names);

    /// <inheritdoc />
    public Task<ApiOutcome<MetadataAnswer>> MetadataAsync() => Send(new Ask("api/v1/metadata"), StatusReader.Metadata);

    /// <inheritdoc />
    public Task<ApiOutcome<TargetsAnswer>> TargetsAsync() => Send(new Ask("api/v1/targets").With("state", "active"), StatusReader.Targets);

    /// <inheritdoc />
    public Task<ApiOutcome<FlagsAnswer>> FlagsAsync() => Send(new Ask("api/v1/status/flags"), StatusReader.Flags);

    /// <inheritdoc />
    public Task<ApiOutcome<RulesAnswer>> RulesAsync() => Send(new Ask("api/v1/rules"), StatusReader.Rules);

    /// <inheritdoc />
    public Task<ApiOutcome<BuildAnswer>> BuildInfoAsync() => Send(new Ask("api/v1/status/buildinfo"), StatusReader.Build);

    /// <inheritdoc />
    public Task<ApiOutcome<RuntimeAnswer>> RuntimeInfoAsync() => Send(new Ask("api/v1/status/runtimeinfo"), StatusReader.Runtime);

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private Task<ApiOutcome<RangeAnswer>> Range(string expression, RangePart part, TimeSpan step) => Send(
        new Ask("api/v1/query_range")
            .With("query", expression)
            .With("start", Time(part.Start))
            .With("end", Time(part.End))
            .With("step", Seconds(step.TotalSeconds))
            .With("timeout", _timeout),
        QueryReader.Range);

    private Task<ApiOutcome<T>> Send<T>(Ask ask, Func<JsonElement, T?> read)
        where T : class
        => (Task<ApiOutcome<T>>)_asked.GetOrAdd(ask.Key, _ => new Lazy<Task>(() => _transport.SendAsync(ask, read))).Value;

    private static string? Time(DateTimeOffset? time) => time is { } given ? Seconds(given.ToUnixTimeMilliseconds() / 1000.0) : null;

    private static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
