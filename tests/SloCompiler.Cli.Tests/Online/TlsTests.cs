using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Online;

/// <summary>Certificates, made by the tests.</summary>
public sealed class TlsTests
{
    [Fact]
    public void A_certificate_that_nobody_vouches_for_is_refused_before_anything_secret_is_sent()
    {
        using var certificate = Certificate("127.0.0.1");
        using var server = Server(certificate);
        var result = Check(server, certificate, "");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("server-not-trusted", result.Output, StringComparison.Ordinal);
        Assert.Contains("tls.ca_file", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, r => r.Length > 0);
    }

    [Theory]
    [InlineData("127.0.0.1", "tls: { ca_file: ca.pem }")]
    [InlineData("prometheus.internal", "tls: { ca_file: ca.pem, server_name: prometheus.internal }")]
    [InlineData("elsewhere", "tls: { insecure_skip_verify: true }")]
    public void A_certificate_that_the_settings_accept_is_taken(string name, string tls)
    {
        using var certificate = Certificate(name);
        using var server = Server(certificate);
        var result = Check(server, certificate, tls);
        Assert.Contains("is JSON, but not what Prometheus answers", result.Output, StringComparison.Ordinal);
        Assert.NotEmpty(server.Requests);
    }

    [Fact]
    public void A_certificate_for_another_name_is_refused()
    {
        using var certificate = Certificate("elsewhere.example.org");
        using var server = Server(certificate);
        Assert.Contains("server-not-trusted", Check(server, certificate, "tls: { ca_file: ca.pem }").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, r => r.Length > 0);
    }

    [Fact]
    public void A_client_shows_its_certificate()
    {
        using var certificate = Certificate("127.0.0.1");
        using var client = Certificate("client");
        string? shown = null;
        using var server = new RawServer(_ => RawServer.Response("{}"), stream =>
        {
            var secure = new SslStream(stream, leaveInnerStreamOpen: false, (_, certificate, _, _) => (shown = certificate?.Subject) is not null);
            secure.AuthenticateAsServer(certificate, clientCertificateRequired: true, checkCertificateRevocation: false);
            return secure;
        });
        Check(server, certificate, "tls: { ca_file: ca.pem, cert_file: client.pem, key_file: client.key }", client);
        Assert.Equal("CN=client", shown);
    }

    private static RawServer Server(X509Certificate2 certificate) => new(_ => RawServer.Response("{}"), stream =>
    {
        var secure = new SslStream(stream);
        secure.AuthenticateAsServer(certificate);
        return secure;
    });

    private static ToolResult Check(RawServer server, X509Certificate2 authority, string tls, X509Certificate2? client = null)
    {
        using var folder = ExampleProject.Create();
        folder.Write("ca.pem", authority.ExportCertificatePem());
        folder.Write("client.pem", client?.ExportCertificatePem() ?? "");
        folder.Write("client.key", client?.GetRSAPrivateKey()?.ExportPkcs8PrivateKeyPem() ?? "");
        folder.Write("slo.yaml", $"version: slo-project/v1\nprometheus:\n  url: https://{server.Address}\n  {tls}\n");
        return InProcess.Run(folder, "check", "--online");
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
