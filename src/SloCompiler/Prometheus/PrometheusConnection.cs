using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace SloCompiler.Prometheus;

/// <summary>How a server is reached. Holds secrets: never print it.</summary>
public sealed class PrometheusConnection
{
    /// <summary>Most requests at once, unless something else is said.</summary>
    public const int DefaultConcurrency = 8;

    /// <summary>Address of the server, with its path prefix; without credentials, query and fragment.</summary>
    public required Uri Url { get; init; }

    /// <summary>Headers of every request, among them those with credentials.</summary>
    public ImmutableArray<SecretHeader> Headers { get; init; } = [];

    /// <summary>How connections are secured.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>Longest time that one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time that all requests together may take.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most requests at once.</summary>
    public int Concurrency { get; init; } = DefaultConcurrency;

    /// <summary>Most bytes of one answer, unpacked.</summary>
    public int MaxAnswerBytes { get; init; } = 64 * 1024 * 1024;
}

/// <summary>A header whose value may be a secret, so that it is not part of what records print.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value.</param>
public sealed class SecretHeader(string name, string value)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public string Value { get; } = value;

    /// <inheritdoc />
    public override string ToString() => $"{Name}: ***";
}

/// <summary>How connections are secured.</summary>
public sealed class TlsOptions
{
    /// <summary>The authorities that are trusted; none for those of the machine.</summary>
    public ImmutableArray<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>What the client shows of itself; null for nothing.</summary>
    public X509Certificate2? Client { get; init; }

    /// <summary>The name that the server's certificate must have; null for that in the address.</summary>
    public string? ServerName { get; init; }

    /// <summary>Whether any certificate is accepted.</summary>
    public bool AcceptsAny { get; init; }
}
