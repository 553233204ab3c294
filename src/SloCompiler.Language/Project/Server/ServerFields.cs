using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Project.Server;

/// <summary>The fields of <c>prometheus</c> that say how the server is reached.</summary>
internal static class ServerFields
{
    private static readonly Field<Located<Uri>> Url = new(
        "url",
        ServerUrlType.Instance,
        "Address of the server for `slo check --online` and other commands that ask it: what stands before `/api/v1`. Nothing else ever connects to it. "
        + "`--prometheus` of a command wins; the credentials here then go to that server only if it is this one.")
    {
        Default = "none",
        Example = "https://prometheus.example.org",
    };

    private static readonly Field<Located<string>> BearerTokenFile = File("bearer_token_file", "File with a bearer token, on one line.", "/run/secrets/prometheus-token");

    private static readonly Field<Located<string>> BearerTokenEnv = new(
        "bearer_token_env",
        LocatedTextType.Instance,
        "Environment variable with a bearer token.")
    {
        Default = "none",
        Example = "PROMETHEUS_TOKEN",
    };

    private static readonly Field<BasicAuthConfig> BasicAuth = new("basic_auth", BasicAuthFields.Type, "User and password.")
    {
        Default = "none",
        Example = "{ username: ci, password_env: PROMETHEUS_PASSWORD }",
    };

    private static readonly Field<ImmutableArray<MapEntry<SecretSource>>> Headers = new(
        "headers",
        new MapType<SecretSource>("header", SecretFields.Type, IsHeaderName, "Use letters, digits and dashes."),
        "More headers of every request, such as that of a tenant; their values come from files or environment variables.")
    {
        Default = "none",
        Example = "{ X-Scope-OrgID: { env: MIMIR_TENANT } }",
    };

    private static readonly Field<TlsConfig> Tls = new("tls", TlsFields.Type, "How connections are secured.")
    {
        Default = "certificates are checked against the authorities of the machine",
        Example = "{ ca_file: ca.pem }",
    };

    private static readonly Field<PrometheusDuration> Timeout = new("timeout", DurationType.Instance, "Longest time of one request.")
    {
        Default = "`10s`",
        Example = "30s",
    };

    private static readonly Field<PrometheusDuration> TotalTimeout = new("total_timeout", DurationType.Instance, "Longest time of all requests of a run.")
    {
        Default = "`2m`",
        Example = "5m",
    };

    private static readonly Field<int> Concurrency = new("concurrency", new WholeNumberType(1), "Most requests at once.")
    {
        Default = "`8`",
        Example = "4",
    };

    /// <summary>The fields.</summary>
    public static ImmutableArray<Field> All { get; } =
        [Url, BearerTokenFile, BearerTokenEnv, BasicAuth, Headers, Tls, Timeout, TotalTimeout, Concurrency];

    /// <summary>Fields that exclude each other.</summary>
    public static ImmutableArray<Choice> Choices { get; } = [new Choice([BearerTokenFile, BearerTokenEnv, BasicAuth], IsRequired: false)];

    /// <summary>Reads them.</summary>
    public static ServerConfig Read(FieldReader fields) => new()
    {
        Url = fields.Get(Url),
        BearerToken = SecretFields.Read(fields, BearerTokenFile, BearerTokenEnv),
        BasicAuth = fields.Get(BasicAuth),
        Headers = [.. fields.GetAll(Headers).Select(h => new HeaderConfig(h.Key.Value, h.Value))],
        Tls = fields.Get(Tls) ?? ServerConfig.None.Tls,
        Timeout = fields.GetValue(Timeout),
        TotalTimeout = fields.GetValue(TotalTimeout),
        Concurrency = fields.GetValue(Concurrency),
    };

    /// <summary>A field that names a file.</summary>
    public static Field<Located<string>> File(string name, string doc, string example) => new(name, LocatedTextType.Instance, doc + " Relative to slo.yaml, or absolute.")
    {
        Default = "none",
        Example = example,
    };

    private static bool IsHeaderName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
