using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields;

/// <summary>A mapping of known keys, read as <typeparamref name="T"/>.</summary>
internal sealed class ShapeType<T>(Shape shape, Func<FieldReader, T?> read) : FieldType<T>
    where T : class
{
    /// <summary>The keys.</summary>
    public Shape Shape { get; } = shape;

    /// <inheritdoc />
    public override string Name => "a mapping";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => [Shape];

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node is not YamlMapping mapping)
        {
            return ReportKind(node, context);
        }

        value = read(FieldReader.Open(mapping, Shape, context));
        return value is not null;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteReference(Shape);
}
