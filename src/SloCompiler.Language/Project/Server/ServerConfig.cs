using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Project.Server;

/// <summary>How the Prometheus of a project is reached, as written. Nothing in it is a secret: it says where secrets are.</summary>
public sealed record ServerConfig
{
    /// <summary>Nothing is said.</summary>
    public static ServerConfig None { get; } = new();

    /// <summary>Address of the server; null where none is given.</summary>
    public Located<Uri>? Url { get; init; }

    /// <summary>Where the bearer token is; null for none.</summary>
    public SecretSource? BearerToken { get; init; }

    /// <summary>The user of basic authentication; null for none.</summary>
    public BasicAuthConfig? BasicAuth { get; init; }

    /// <summary>More headers.</summary>
    public ImmutableArray<HeaderConfig> Headers { get; init; } = [];

    /// <summary>How connections are secured.</summary>
    public TlsConfig Tls { get; init; } = new(null, null, null, null, false);

    /// <summary>Longest time of one request; null for the default.</summary>
    public PrometheusDuration? Timeout { get; init; }

    /// <summary>Longest time of all requests of a run; null for the default.</summary>
    public PrometheusDuration? TotalTimeout { get; init; }

    /// <summary>Most requests at once; null for the default.</summary>
    public int? Concurrency { get; init; }
}

/// <summary>Where a secret is.</summary>
/// <param name="Name">A file, relative to slo.yaml, or an environment variable.</param>
/// <param name="IsFile">Whether it is a file.</param>
public sealed record SecretSource(Located<string> Name, bool IsFile);

/// <summary>Basic authentication.</summary>
/// <param name="Username">The user.</param>
/// <param name="Password">Where the password is; null for an empty one.</param>
public sealed record BasicAuthConfig(string Username, SecretSource? Password);

/// <summary>A header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Where its value is.</param>
public sealed record HeaderConfig(string Name, SecretSource Value);

/// <summary>How connections are secured.</summary>
/// <param name="CaFile">File of the authorities that are trusted, relative to slo.yaml; null for those of the machine.</param>
/// <param name="CertFile">File of the client's certificate; null for none.</param>
/// <param name="KeyFile">File of its key; null where the certificate's file holds it.</param>
/// <param name="ServerName">The name that the server's certificate must have; null for that in the address.</param>
/// <param name="InsecureSkipVerify">Whether any certificate is accepted.</param>
public sealed record TlsConfig(Located<string>? CaFile, Located<string>? CertFile, Located<string>? KeyFile, string? ServerName, bool InsecureSkipVerify);
