using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project;

/// <summary>A URL or path, which may have placeholders.</summary>
/// <param name="isUrl">Whether it is a URL.</param>
/// <param name="placeholders">The placeholders that it may have.</param>
internal sealed class PatternType(bool isUrl, params string[] placeholders) : ScalarType<Located<string>>
{
    /// <summary>A URL with the placeholders of runbooks.</summary>
    public static PatternType Url { get; } = new(true, "service", "slo", "runbook");

    /// <summary>A relative path with the placeholders of runbooks.</summary>
    public static PatternType Path { get; } = new(false, "service", "slo", "runbook");

    /// <summary>A URL without placeholders.</summary>
    public static PatternType PlainUrl { get; } = new(true);

    /// <inheritdoc />
    public override string Name => isUrl ? "URL" : "path";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern(isUrl ? "^https?://[^ ]+$" : "^[^ /][^ ]*$");

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<string> value)
    {
        value = new Located<string>(scalar.Value, scalar.Span);
        return HasKnownPlaceholders(scalar, context, out var bare) && IsWellFormed(bare, scalar, context);
    }

    private bool HasKnownPlaceholders(YamlScalar scalar, ReadContext context, out string bare)
    {
        var text = scalar.Value;
        bare = "";
        var position = 0;
        while (text.IndexOf('{', position) is var open and >= 0)
        {
            var close = text.IndexOf('}', open);
            var name = close < 0 ? text[(open + 1)..] : text[(open + 1)..close];
            if (close < 0 || !placeholders.Contains(name, StringComparer.Ordinal))
            {
                var range = TextSpan.FromBounds(open, close < 0 ? text.Length : close + 1);
                context.Report(SpecDiagnostics.InvalidPattern, scalar.Map(range), $"`{{{name}}}` is not a placeholder here.");
                return false;
            }

            bare += text[position..open] + "x";
            position = close + 1;
        }

        bare += text[position..];
        return true;
    }

    private bool IsWellFormed(string bare, YamlScalar scalar, ReadContext context)
    {
        if (isUrl ? HttpUrl.IsValid(bare) : bare.Length > 0 && bare[0] != '/')
        {
            return true;
        }

        var expected = isUrl ? "an http(s) URL without a user and password" : "a path relative to slo.yaml";
        context.Report(SpecDiagnostics.InvalidPattern, scalar.Span, $"`{scalar.Value}` is not {expected}.");
        return false;
    }
}
