namespace SloCompiler.MetricsImport;

/// <summary>What is exposed of a metric.</summary>
/// <param name="name">Its name as the lines on its type have it.</param>
internal sealed class ExposedFamily(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type as written; null where none is.</summary>
    public string? Type { get; set; }

    /// <summary>What it measures.</summary>
    public string? Help { get; set; }

    /// <summary>Its unit.</summary>
    public string? Unit { get; set; }

    /// <summary>Names of samples.</summary>
    public SortedSet<string> Samples { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of labels.</summary>
    public SortedSet<string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>Bounds of buckets, without +Inf.</summary>
    public SortedSet<decimal> Bounds { get; } = [];

    /// <summary>Whether it is a native histogram.</summary>
    public bool IsNative { get; set; }

    /// <summary>Whether every sample that was seen is 1.</summary>
    public bool IsAlwaysOne { get; set; } = true;
}
