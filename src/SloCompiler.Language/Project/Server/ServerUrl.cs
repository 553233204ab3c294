using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project.Server;

/// <summary>The address of a server. It may hold no secret, because addresses are printed.</summary>
public static class ServerUrl
{
    /// <summary>Reads an address.</summary>
    /// <param name="text">The text, which is never part of the problem.</param>
    /// <param name="problem">Why it is none, in words that go on from "The address"; null where it is one.</param>
    public static Uri? Parse(string text, out string? problem)
    {
        problem = null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length > 0)
        {
            problem = "holds credentials, which would end up in logs";
        }
        else if (url is null || !HttpUrl.IsValid(text))
        {
            problem = "is not an http(s) URL such as https://prometheus.example.org";
        }
        else if (url.Query.Length + url.Fragment.Length > 0)
        {
            problem = "has a query or fragment; give what stands before /api/v1";
        }
        else
        {
            return url;
        }

        return null;
    }
}

/// <summary>The address of a server in settings.</summary>
internal sealed class ServerUrlType : ScalarType<Located<Uri>>
{
    /// <summary>The only instance.</summary>
    public static ServerUrlType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "URL";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern("^https?://[^ @?#]+$");

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<Uri> value)
    {
        value = null;
        if (ServerUrl.Parse(scalar.Value, out var problem) is { } url)
        {
            value = new Located<Uri>(url, scalar.Span);
            return true;
        }

        context.Report(
            SpecDiagnostics.InvalidPattern,
            scalar.Span,
            $"The address {problem}.",
            "Write `url: https://prometheus.example.org`; credentials go into `bearer_token_file`, `basic_auth` or `headers`.");
        return false;
    }
}
