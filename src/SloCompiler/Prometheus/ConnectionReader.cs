using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Language.Project.Server;
using SloCompiler.Online;
using SloCompiler.PromQL;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Prometheus;

/// <summary>
/// Finds out how a server is reached, from the command line and the settings. Credentials in the settings go to the address in the
/// settings only: whoever may change the one must not learn the other.
/// </summary>
public sealed class ConnectionReader
{
    private readonly ProjectLocation _project;
    private readonly DiagnosticBag _diagnostics;
    private readonly SecretReader _secrets;

    /// <summary>Makes a reader.</summary>
    /// <param name="files">The machine's files.</param>
    /// <param name="environment">The value of an environment variable; null where it is not set.</param>
    /// <param name="project">The project.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public ConnectionReader(IFileSystem files, Func<string, string?> environment, ProjectLocation project, DiagnosticBag diagnostics)
    {
        _project = project;
        _diagnostics = diagnostics;
        _secrets = new SecretReader(files, environment, diagnostics);
    }

    /// <summary>Where findings on the server as a whole stand: at its address in the settings, else at the start of them.</summary>
    /// <param name="config">The settings.</param>
    /// <param name="project">The project.</param>
    public static SourceSpan PlaceOf(ProjectConfig config, ProjectLocation project)
        => config.Server.Url?.Span ?? new SourceText(project.ConfigPath ?? ProjectLocation.ConfigName, "").StartOfFile;

    /// <summary>How the server is reached; null where that cannot be found out, which is reported.</summary>
    public PrometheusConnection? Read(ServerRequest request, ProjectConfig config)
    {
        var settings = config.Server;
        if ((request.Url ?? settings.Url?.Value) is not { } url)
        {
            _diagnostics.Report(new Diagnostic(ServerDiagnostics.NotConfigured, PlaceOf(config, _project), "No server is named."));
            return null;
        }

        var own = request.Url is null || request.Url == settings.Url?.Value ? settings : ServerConfig.None;
        var problems = _diagnostics.ToImmutable().Length;
        var headers = HeadersOf(request, own, PlaceOf(config, _project));
        var tls = TlsOf(own.Tls);
        if (_diagnostics.ToImmutable().Length > problems)
        {
            return null;
        }

        var defaults = new PrometheusConnection { Url = url };
        return new PrometheusConnection
        {
            Url = url,
            Headers = headers,
            Tls = tls,
            Timeout = TimeOf(settings.Timeout) ?? defaults.Timeout,
            TotalTimeout = TimeOf(settings.TotalTimeout) ?? defaults.TotalTimeout,
            Concurrency = settings.Concurrency ?? defaults.Concurrency,
        };
    }

    private static TimeSpan? TimeOf(PrometheusDuration? duration)
        => duration is { } given ? TimeSpan.FromMilliseconds(Math.Min(given.Milliseconds, TimeSpan.MillisecondsPerDay)) : null;

    private ImmutableArray<SecretHeader> HeadersOf(ServerRequest request, ServerConfig settings, SourceSpan place)
    {
        var headers = ImmutableArray.CreateBuilder<SecretHeader>();
        if (request.BearerTokenFile is { } tokenFile)
        {
            Add("Authorization", "Bearer ", _secrets.Read(new SecretSource(new Located<string>(tokenFile, place), IsFile: true), _project.WorkingFolder));
        }
        else if (settings.BearerToken is { } token)
        {
            Add("Authorization", "Bearer ", _secrets.Read(token, _project.Root));
        }
        else if (settings.BasicAuth is { } basic)
        {
            var password = basic.Password is null ? "" : _secrets.Read(basic.Password, _project.Root);
            Add("Authorization", "Basic ", password is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Username}:{password}")));
        }

        foreach (var header in settings.Headers)
        {
            Add(header.Name, "", _secrets.Read(header.Value, _project.Root));
        }

        foreach (var (name, value) in request.HeadersFile is { } file ? FromFile(file, place) : [])
        {
            Add(name, "", value);
        }

        return headers.ToImmutable();

        void Add(string name, string prefix, string? value)
        {
            if (value is not null)
            {
                headers.Add(new SecretHeader(name, prefix + value));
            }
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> FromFile(string file, SourceSpan place)
    {
        var text = _secrets.ReadText(new Located<string>(file, place), _project.WorkingFolder) ?? "";
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? "" : line[..colon].Trim();
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                _diagnostics.Report(ServerDiagnostics.CredentialsUnreadable, place, $"{file} has a line that is no header; write `Name: value` on each.");
                yield break;
            }

            yield return KeyValuePair.Create(name, _secrets.OneLine(line[(colon + 1)..], $"The header {name} of {file}", place));
        }
    }

    private TlsOptions TlsOf(TlsConfig tls) => new()
    {
        Authorities = tls.CaFile is null ? [] : AuthoritiesOf(tls.CaFile),
        Client = tls.CertFile is null ? null : ClientOf(tls.CertFile, tls.KeyFile ?? tls.CertFile),
        ServerName = tls.ServerName,
        AcceptsAny = tls.InsecureSkipVerify,
    };

    private ImmutableArray<X509Certificate2> AuthoritiesOf(Located<string> file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            if (_secrets.ReadText(file, _project.Root) is not { } pem)
            {
                return [];
            }

            certificates.ImportFromPem(pem);
            if (certificates.Count > 0)
            {
                return [.. certificates];
            }
        }
        catch (CryptographicException)
        {
            // It is reported below, like a file without any.
        }

        _diagnostics.Report(ServerDiagnostics.CredentialsUnreadable, file.Span, $"{file.Value} holds no certificate in PEM.");
        return [];
    }

    private X509Certificate2? ClientOf(Located<string> file, Located<string> keyFile)
    {
        if (_secrets.ReadText(file, _project.Root) is not { } pem || _secrets.ReadText(keyFile, _project.Root) is not { } key)
        {
            return null;
        }

        try
        {
            // Through PKCS 12, because Windows does not use keys that are only in memory.
            using var loaded = X509Certificate2.CreateFromPem(pem, key);
            return X509CertificateLoader.LoadPkcs12(loaded.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            _diagnostics.Report(ServerDiagnostics.CredentialsUnreadable, file.Span, $"{file.Value} and {keyFile.Value} are no certificate and its key in PEM, without a password.");
            return null;
        }
    }
}
