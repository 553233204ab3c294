using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Language.Slis;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>An indicator in place, or the name of a shared one.</summary>
internal sealed class SliSourceType : FieldType<SliSource>
{
    /// <summary>The only instance.</summary>
    public static SliSourceType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "indicator, or the name of one";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => SliFields.Type.Shapes;

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, [MaybeNullWhen(false)] out SliSource value)
    {
        value = null;
        if (node is YamlScalar { IsNull: false } name)
        {
            value = new SliSource(null, name);
        }
        else if (node is not YamlMapping)
        {
            return ReportKind(node, context);
        }
        else if (SliFields.Type.TryRead(node, context, out var sli))
        {
            value = new SliSource(sli, null);
        }

        return value is not null;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
        => writer.WriteAnyOf([IdentifierType.Instance.WriteSchema, SliFields.Type.WriteSchema]);
}
