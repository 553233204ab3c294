using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning.Quantities;

/// <summary>The names of units and the factors between them.</summary>
internal static class UnitNames
{
    /// <summary>The base unit of time.</summary>
    public const string Seconds = "seconds";

    /// <summary>The base unit of data.</summary>
    public const string Bytes = "bytes";

    private const double Precision = 1e-9;

    // The first name is the one that is printed.
    private static readonly ImmutableArray<(string? Base, double Scale, ImmutableArray<string> Names)> Table =
    [
        (Seconds, 1, ["seconds", "second", "s", "sec"]),
        (Seconds, 1e-3, ["milliseconds", "millisecond", "ms"]),
        (Seconds, 1e-6, ["microseconds", "microsecond", "us", "µs"]),
        (Seconds, 1e-9, ["nanoseconds", "nanosecond", "ns"]),
        (Seconds, 60, ["minutes", "minute", "min"]),
        (Seconds, 3600, ["hours", "hour", "h"]),
        (Seconds, 86_400, ["days", "day", "d"]),
        (Seconds, 604_800, ["weeks", "week", "w"]),
        (Bytes, 1, ["bytes", "byte", "B"]),
        (Bytes, 0.125, ["bits", "bit"]),
        (Bytes, 125, ["kilobits", "kbit"]),
        (Bytes, 125e3, ["megabits", "Mbit"]),
        (Bytes, 125e6, ["gigabits", "Gbit"]),
        (Bytes, 1e3, ["kilobytes", "kilobyte", "kB"]),
        (Bytes, 1e6, ["megabytes", "megabyte", "MB"]),
        (Bytes, 1e9, ["gigabytes", "gigabyte", "GB"]),
        (Bytes, 1e12, ["terabytes", "terabyte", "TB"]),
        (Bytes, 1024, ["kibibytes", "kibibyte", "KiB"]),
        (Bytes, 1_048_576, ["mebibytes", "mebibyte", "MiB"]),
        (Bytes, 1_073_741_824, ["gibibytes", "gibibyte", "GiB"]),
        (Bytes, 1_099_511_627_776, ["tebibytes", "tebibyte", "TiB"]),
        (null, 1, ["1", "ratio", "count"]),
        (null, 0.01, ["percent", "%"]),
    ];

    private static readonly ImmutableArray<double> Factors =
        [7, 8, 24, 60, 100, 1000, 1440, 3600, 86_400, 604_800, 1e6, 1e9, 1e12, 1024, 1_048_576, 1_073_741_824, 1_099_511_627_776];

    private static readonly FrozenDictionary<string, (string? Base, double Scale)> ByName = Table
        .SelectMany(row => row.Names.Select(name => (Name: name, row.Base, row.Scale)))
        .ToFrozenDictionary(row => row.Name, row => (row.Base, row.Scale), StringComparer.Ordinal);

    /// <summary>The base unit and scale of a name; null for names that are not known.</summary>
    public static (string? Base, double Scale)? Find(string name) => ByName.TryGetValue(name, out var found) ? found : null;

    /// <summary>The name of so many of a base unit; null where there is none.</summary>
    public static string? NameOf(string unit, double scale)
    {
        foreach (var (of, size, names) in Table)
        {
            if (of == unit && IsClose(size, scale))
            {
                return names[0];
            }
        }

        return IsClose(scale, 1) ? unit : null;
    }

    /// <summary>One of a unit: <c>second</c>.</summary>
    public static string Singular(string name) => name.Length > 1 && name.EndsWith('s') && ByName.ContainsKey(name) ? name[..^1] : name;

    /// <summary>Whether a factor, or one over it, is one that people convert units with.</summary>
    public static bool IsConversion(double factor) => Factors.Any(f => IsClose(f, factor) || IsClose(1 / f, factor));

    private static bool IsClose(double left, double right) => Math.Abs(left - right) <= Precision * Math.Abs(right);
}
