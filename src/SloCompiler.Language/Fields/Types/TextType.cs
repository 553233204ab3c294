using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>Any text.</summary>
internal sealed class TextType : ScalarType<string>
{
    /// <summary>The only instance.</summary>
    public static TextType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "text";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteText();

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        return true;
    }
}

/// <summary>Any text, with its place.</summary>
internal sealed class LocatedTextType : ScalarType<Located<string>>
{
    /// <summary>The only instance.</summary>
    public static LocatedTextType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "text";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteText();

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Located<string> value)
    {
        value = new Located<string>(scalar.Value, scalar.Span);
        return true;
    }
}
