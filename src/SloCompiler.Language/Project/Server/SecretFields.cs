using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Project.Server;

/// <summary>Where a secret is.</summary>
internal static class SecretFields
{
    private static readonly Field<Located<string>> FromFile = ServerFields.File("file", "File with the value, on one line.", "/run/secrets/tenant");

    private static readonly Field<Located<string>> FromEnvironment = new("env", LocatedTextType.Instance, "Environment variable with the value.")
    {
        Default = "none",
        Example = "MIMIR_TENANT",
    };

    private static readonly Shape Shape = new("secret", "Value of a header", "Where the value of a header is.", [FromFile, FromEnvironment])
    {
        Choices = [new Choice([FromFile, FromEnvironment], IsRequired: true)],
    };

    /// <summary>The block.</summary>
    public static FieldType<SecretSource> Type { get; } = new ShapeType<SecretSource>(Shape, fields => Read(fields, FromFile, FromEnvironment));

    /// <summary>A secret by the one of two fields that is written; null where neither is.</summary>
    public static SecretSource? Read(FieldReader fields, Field<Located<string>> file, Field<Located<string>> environment)
    {
        if (fields.Get(file) is { } path)
        {
            return new SecretSource(path, IsFile: true);
        }

        return fields.Get(environment) is { } variable ? new SecretSource(variable, IsFile: false) : null;
    }
}

/// <summary>The fields of <c>basic_auth</c>.</summary>
internal static class BasicAuthFields
{
    private static readonly Field<string> Username = new("username", TextType.Instance, "The user.")
    {
        IsRequired = true,
        Example = "ci",
    };

    private static readonly Field<Located<string>> PasswordFile = ServerFields.File("password_file", "File with the password, on one line.", "/run/secrets/prometheus-password");

    private static readonly Field<Located<string>> PasswordEnv = new("password_env", LocatedTextType.Instance, "Environment variable with the password.")
    {
        Default = "none",
        Example = "PROMETHEUS_PASSWORD",
    };

    private static readonly Shape Shape = new("basicAuth", "Basic authentication", "User and password.", [Username, PasswordFile, PasswordEnv])
    {
        Choices = [new Choice([PasswordFile, PasswordEnv], IsRequired: true)],
    };

    /// <summary>The block.</summary>
    public static FieldType<BasicAuthConfig> Type { get; } = new ShapeType<BasicAuthConfig>(
        Shape,
        fields => fields.Get(Username) is { } user ? new BasicAuthConfig(user, SecretFields.Read(fields, PasswordFile, PasswordEnv)) : null);
}

/// <summary>The fields of <c>tls</c>.</summary>
internal static class TlsFields
{
    private static readonly Field<Located<string>> CaFile = ServerFields.File("ca_file", "PEM file of the authorities that are trusted, in place of those of the machine.", "ca.pem");

    private static readonly Field<Located<string>> CertFile = ServerFields.File("cert_file", "PEM file of the certificate that this client shows.", "client.pem");

    private static readonly Field<Located<string>> KeyFile = ServerFields.File("key_file", "PEM file of its key, without a password, where `cert_file` does not hold it.", "client.key");

    private static readonly Field<string> ServerName = new("server_name", TextType.Instance, "The name that the certificate of the server must have.")
    {
        Default = "the host of `url`",
        Example = "prometheus.internal",
    };

    private static readonly Field<bool> InsecureSkipVerify = new(
        "insecure_skip_verify",
        BooleanType.Instance,
        "Whether any certificate is accepted. Whoever stands between can then read the credentials and forge answers.")
    {
        Default = "`false`",
        Example = "false",
    };

    private static readonly Shape Shape = new("tls", "TLS", "How connections are secured.", [CaFile, CertFile, KeyFile, ServerName, InsecureSkipVerify]);

    /// <summary>The block.</summary>
    public static FieldType<TlsConfig> Type { get; } = new ShapeType<TlsConfig>(
        Shape,
        fields => new TlsConfig(fields.Get(CaFile), fields.Get(CertFile), fields.Get(KeyFile), fields.Get(ServerName), fields.GetValue(InsecureSkipVerify) ?? false));
}
