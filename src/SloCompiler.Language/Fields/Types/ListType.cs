using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>A list, or where it is allowed a single item in its place. Items that cannot be read are left out.</summary>
internal sealed class ListType<T>(FieldType<T> item) : FieldType<ImmutableArray<T>>
{
    /// <summary>Whether one item may stand without a list.</summary>
    public bool AllowsSingle { get; init; }

    /// <summary>Whether the list may have no items.</summary>
    public bool AllowsEmpty { get; init; } = true;

    /// <inheritdoc />
    public override string Name => AllowsSingle ? $"{item.Name}, or a list" : $"a list, each item: {item.Name}";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => item.Shapes;

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<T> value)
    {
        value = [];
        if (node is YamlSequence sequence)
        {
            return TryReadItems(sequence, context, out value);
        }

        if (!AllowsSingle)
        {
            return ReportKind(node, context);
        }

        if (!item.TryRead(node, context, out var single))
        {
            return false;
        }

        value = [single];
        return true;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
    {
        if (AllowsSingle)
        {
            writer.WriteAnyOf([item.WriteSchema, w => w.WriteArray(item, AllowsEmpty)]);
        }
        else
        {
            writer.WriteArray(item, AllowsEmpty);
        }
    }

    private bool TryReadItems(YamlSequence sequence, ReadContext context, out ImmutableArray<T> value)
    {
        if (sequence.Items.IsEmpty && !AllowsEmpty)
        {
            context.Report(SpecDiagnostics.EmptyValue, sequence.Span, $"The list is empty; expected at least one {item.Name}.");
            value = [];
            return false;
        }

        var items = ImmutableArray.CreateBuilder<T>(sequence.Items.Length);
        foreach (var node in sequence.Items)
        {
            if (item.TryRead(node, context, out var read))
            {
                items.Add(read);
            }
        }

        value = items.ToImmutable();
        return true;
    }
}
