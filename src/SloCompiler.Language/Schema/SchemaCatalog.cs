using System.Collections.Immutable;
using SloCompiler.Language.Dialects.Native;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Project;

namespace SloCompiler.Language.Schema;

/// <summary>The JSON Schemas (draft 7) of the files that people write, for completion in editors.</summary>
public static class SchemaCatalog
{
    /// <summary>The names of the schemas: <c>spec</c>, <c>project</c>, <c>metrics</c>.</summary>
    public static ImmutableArray<string> Names => [.. Roots.Select(r => r.Name)];

    /// <summary>The root shapes by the names of their schemas and reference pages.</summary>
    internal static ImmutableArray<(string Name, Shape Shape)> Roots { get; } =
    [
        ("spec", ServiceFields.Shape),
        ("project", ProjectFields.Shape),
        ("metrics", CatalogueFields.Shape),
    ];

    /// <summary>The root shape of a name, with a description of the settings of the linter; null for an unknown name.</summary>
    internal static Shape? RootOf(string name, FieldType? lint)
    {
        var shape = Roots.FirstOrDefault(r => r.Name == name).Shape;
        return shape == ProjectFields.Shape && lint is not null ? ProjectFields.ShapeWith(lint) : shape;
    }

    /// <summary>A schema as JSON text, indented, ending with a line break; null for a name that is not one of <see cref="Names"/>.</summary>
    public static string? Write(string name) => Write(name, null);

    /// <summary>A schema with a description of the settings of the linter.</summary>
    internal static string? Write(string name, FieldType? lint)
        => RootOf(name, lint) is { } shape ? JsonSchemaWriter.Write(shape, shape.Title) : null;
}
