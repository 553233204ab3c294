using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>An entry of a mapping whose keys the author chooses.</summary>
internal sealed record MapEntry<T>(YamlScalar Key, T Value);

/// <summary>A mapping from names that the author chooses. Entries that cannot be read are left out.</summary>
/// <param name="keyName">What the keys are, in words.</param>
/// <param name="value">What the values are.</param>
/// <param name="isKey">Whether a text can be a key.</param>
internal sealed class MapType<T>(
    string keyName,
    FieldType<T> value,
    Func<string, bool> isKey,
    string? keyHelp = null) : FieldType<ImmutableArray<MapEntry<T>>>
{
    /// <inheritdoc />
    public override string Name => $"a mapping ({keyName} → {value.Name})";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => value.Shapes;

    /// <inheritdoc />
    public override FieldType ValuesOfFreeKeys => value;

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<MapEntry<T>> entries)
    {
        entries = [];
        if (node is not YamlMapping mapping)
        {
            return ReportKind(node, context);
        }

        var builder = ImmutableArray.CreateBuilder<MapEntry<T>>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (!isKey(entry.Key.Value))
            {
                context.Report(SpecDiagnostics.InvalidIdentifier, entry.Key.Span, $"`{entry.Key.Value}` is not a valid {keyName}.", keyHelp);
            }
            else if (value.TryRead(entry.Value, context, out var read))
            {
                builder.Add(new MapEntry<T>(entry.Key, read));
            }
        }

        entries = builder.ToImmutable();
        return true;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteMap(value);
}
