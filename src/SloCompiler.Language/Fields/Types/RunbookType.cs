using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>The name of a runbook with an optional anchor, or a whole URL.</summary>
internal sealed class RunbookType : ScalarType<Located<string>>
{
    /// <summary>The only instance.</summary>
    public static RunbookType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "runbook name or URL";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern("^(https?://[^ ]+|[A-Za-z0-9][A-Za-z0-9._/-]*(#[^ #]+)?)$", allowsNumber: true);

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<string> value)
    {
        value = new Located<string>(scalar.Value, scalar.Span);
        if (scalar.Value.Contains("://", StringComparison.Ordinal))
        {
            return HttpUrl.IsValid(scalar.Value) || Report(scalar, context, "is not an http(s) URL without a user and password");
        }

        var hash = scalar.Value.IndexOf('#', StringComparison.Ordinal);
        var name = hash < 0 ? scalar.Value : scalar.Value[..hash];
        var anchor = hash < 0 ? null : scalar.Value[(hash + 1)..];
        if (name.EndsWith(".md", StringComparison.Ordinal))
        {
            var bare = name[..^3] + scalar.Value[name.Length..];
            return Report(scalar, context, "names a file, not a runbook", Spelling.Replace(scalar, bare));
        }

        return (IsName(name) && IsAnchor(anchor))
            || Report(scalar, context, "is not a runbook name");
    }

    private static bool IsAnchor(string? anchor)
        => anchor is null || (anchor.Length > 0 && !anchor.Any(c => char.IsWhiteSpace(c) || c == '#'));

    private static bool IsName(string name)
        => name.Length > 0
            && char.IsAsciiLetterOrDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '/' or '-')
            && !name.Contains("..", StringComparison.Ordinal);

    private static bool Report(YamlScalar scalar, ReadContext context, string problem, Fix? fix = null)
    {
        context.Report(SpecDiagnostics.InvalidRunbook, scalar.Span, $"`{scalar.Value}` {problem}.", fix: fix);
        return false;
    }
}
