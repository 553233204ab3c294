using System.Collections.Immutable;

namespace SloCompiler.BackEnds.Yaml;

/// <summary>A value to write as YAML. Closed.</summary>
public abstract record YamlValue
{
    /// <summary>Lines of a comment above the value, without the hash.</summary>
    public ImmutableArray<string> Comment { get; init; } = [];
}

/// <summary>A text; quoted wherever a reader could take it for something else.</summary>
public sealed record YamlText(string Value) : YamlValue;

/// <summary>A number.</summary>
public sealed record YamlNumber(decimal Value) : YamlValue;

/// <summary>A list.</summary>
public sealed record YamlList(ImmutableArray<YamlValue> Items) : YamlValue;

/// <summary>A mapping in the order in which it is written.</summary>
public sealed record YamlMap(ImmutableArray<YamlMapEntry> Entries) : YamlValue
{
    /// <summary>A mapping without entries.</summary>
    public static YamlMap Empty { get; } = new(ImmutableArray<YamlMapEntry>.Empty);

    /// <summary>The mapping with one more entry.</summary>
    public YamlMap With(string key, YamlValue value) => this with { Entries = Entries.Add(new YamlMapEntry(key, value)) };

    /// <summary>The mapping with one more text.</summary>
    public YamlMap With(string key, string value) => With(key, new YamlText(value));
}

/// <summary>A key with its value.</summary>
public sealed record YamlMapEntry(string Key, YamlValue Value);
