using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>A value that another part of the product reads; it is kept as written.</summary>
/// <param name="described">How that part describes it; null where any mapping stands for it.</param>
internal sealed class UnreadType(FieldType? described) : FieldType<YamlNode>
{
    /// <inheritdoc />
    public override string Name => described?.Name ?? "a mapping";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => described?.Shapes ?? [];

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, out YamlNode value)
    {
        value = node;
        return node is YamlMapping || ReportKind(node, context);
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
    {
        if (described is null)
        {
            writer.WriteType("object");
        }
        else
        {
            described.WriteSchema(writer);
        }
    }
}
