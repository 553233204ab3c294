using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>Settings, or <c>off</c>.</summary>
/// <param name="Value">The settings; null for <c>off</c>.</param>
internal sealed record Switch<T>(T? Value)
    where T : class;

/// <summary>A block of settings, or <c>off</c>; YAML's other words for false are understood as well.</summary>
internal sealed class SwitchType<T>(FieldType<T> settings) : FieldType<Switch<T>>
    where T : class
{
    /// <inheritdoc />
    public override string Name => $"{settings.Name}, or `off`";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => settings.Shapes;

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, [MaybeNullWhen(false)] out Switch<T> value)
    {
        value = new Switch<T>(null);
        if (node is YamlScalar { Value: "off" or "Off" or "OFF" or "false" or "no" })
        {
            return true;
        }

        if (node is not YamlMapping)
        {
            return ReportKind(node, context);
        }

        value = settings.TryRead(node, context, out var read) ? new Switch<T>(read) : null;
        return value is not null;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
        => writer.WriteAnyOf([w => w.WriteOff(), settings.WriteSchema]);
}
