using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SloCompiler.Prometheus.Http;

/// <summary>Sets up connections: no redirects, no cookies, certificates as they are wanted.</summary>
internal static class HandlerFactory
{
    public static SocketsHttpHandler Create(TlsOptions tls, int concurrency, TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        MaxConnectionsPerServer = concurrency,
        ConnectTimeout = connectTimeout,
        SslOptions = OptionsOf(tls),
    };

    private static SslClientAuthenticationOptions OptionsOf(TlsOptions tls)
    {
        var options = new SslClientAuthenticationOptions();
        if (!tls.Authorities.IsEmpty)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(tls.Authorities.ToArray());
        }

        if (tls.Client is { } client)
        {
            options.ClientCertificates = [client];
        }

        if (tls.AcceptsAny)
        {
            options.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        }
        else if (tls.ServerName is { } name)
        {
            // The handler itself knows the name in the address only.
            options.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None && certificate is X509Certificate2 shown && shown.MatchesHostname(name);
        }

        return options;
    }
}
