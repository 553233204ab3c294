using System.Collections.Immutable;

namespace SloCompiler.Language.Fields;

/// <summary>Keys of which at most one may be written; exactly one where the choice is required.</summary>
internal sealed record Choice(ImmutableArray<Field> Fields, bool IsRequired);

/// <summary>A mapping with a fixed set of keys.</summary>
internal sealed class Shape(string name, string title, string doc, ImmutableArray<Field> fields)
{
    /// <summary>Name in the schema and anchor in the reference.</summary>
    public string Name { get; } = name;

    /// <summary>Heading in the reference.</summary>
    public string Title { get; } = title;

    /// <summary>What the mapping is, as Markdown.</summary>
    public string Doc { get; } = doc;

    /// <summary>The keys, in the order of the reference.</summary>
    public ImmutableArray<Field> Fields { get; } = fields;

    /// <summary>Keys that exclude each other.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}
