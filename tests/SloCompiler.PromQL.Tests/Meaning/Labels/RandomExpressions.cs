using System.Globalization;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

/// <summary>Expressions over the series of <see cref="EvaluatedLabels"/>, always the same ones for a seed.</summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] Names = ["a", "b", "c", "r:one", "r:two", "r:three", "h_bucket"];
    private static readonly string[] Labels = ["x", "y", "env", "db", "le", "job"];
    private static readonly string[] Values = ["", "1", "2", "p", "m", ".+", ".*", "1|2", "(p|q)", "|1"];
    private static readonly string[] Aggregations = ["sum", "max", "count", "group", "avg"];
    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "^", "atan2"];
    private static readonly string[] Comparisons = ["==", "!=", ">", "<=", "> bool", "== bool"];
    private static readonly string[] Functions = ["abs", "-", "+", "sort", "timestamp", "ceil", "hour", "round"];
    private static readonly string[] RangeFunctions = ["rate", "last_over_time", "max_over_time", "count_over_time", "increase"];
    private static readonly string[] Patterns = ["", "(.*)", "(.+)", "1", "(1|2)", "(.).*", "x?", "^p$", "(?P<n>[0-9])"];
    private static readonly string[] Replacements = ["", "k", "$1", "$1-k", "$2", "${n}", "$0", "$$", "$1$1"];

    // The seed makes a test that can be repeated; nothing here is secret.
    private readonly Random _random = new(seed);

    public string Next() => Vector(3);

    private string Vector(int depth) => depth == 0 ? Selector() : Any(12) switch
    {
        0 => Selector(),
        1 or 2 => Aggregate(depth),
        3 => $"{Of(Functions)}({Vector(depth - 1)})",
        4 => Ranged(depth),
        5 => $"{Operand(depth)} {Of(Comparisons)} {Any(3)}",
        6 or 7 => Match(depth),
        8 => $"{Operand(depth)} {Of(["and", "or", "unless"])} {Clause()} {Operand(depth)}",
        9 => Relabelled(depth),
        10 => Special(depth),
        _ => $"({Vector(depth - 1)})",
    };

    private string Operand(int depth) => $"({Vector(depth - 1)})";

    private string Selector()
    {
        var name = Of(Names);
        var matchers = Enumerable.Range(0, Any(3)).Select(_ => $"{Of(Labels)}{Of(["=", "!=", "=~", "!~"])}\"{Of(Values)}\"");
        return Any(3) == 0 ? name : $"{name}{{{string.Join(',', matchers)}}}";
    }

    private string Aggregate(int depth) => Any(6) switch
    {
        0 => $"topk {Grouping()} (2, {Vector(depth - 1)})",
        1 => $"count_values {Grouping()} (\"{Of(["v", "x"])}\", {Vector(depth - 1)})",
        2 => $"{Of(Aggregations)}({Vector(depth - 1)})",
        _ => $"{Of(Aggregations)} {Grouping()} ({Vector(depth - 1)})",
    };

    private string Ranged(int depth)
        => $"{Of(RangeFunctions)}({(Any(2) == 0 ? Selector() + "[5m]" : $"({Vector(depth - 1)})[5m:1m]")})";

    private string Match(int depth)
    {
        var isOn = Any(2) == 0;
        var labels = LabelList();
        var include = LabelsExcept(isOn ? labels : []);
        var group = Any(3) switch
        {
            0 => $" group_left ({string.Join(',', include)})",
            1 => $" group_right ({string.Join(',', include)})",
            _ => "",
        };
        var clause = group.Length == 0 && Any(2) == 0 ? "" : $"{(isOn ? "on" : "ignoring")} ({string.Join(',', labels)}){group}";
        var op = Any(3) == 0 ? Of(Comparisons) : Of(Arithmetic);
        return $"{Operand(depth)} {op} {clause} {Unique(depth, isOn, labels, group)}";
    }

    // Sides that match one to one are rare by chance; an aggregation by the labels of the match makes them so.
    private string Unique(int depth, bool isOn, string[] labels, string group) => isOn && group.Contains("left", StringComparison.Ordinal)
        ? $"max by ({string.Join(',', labels)}) ({Vector(depth - 1)})"
        : Operand(depth);

    private string Relabelled(int depth) => Any(4) == 0
        ? $"label_join({Vector(depth - 1)}, \"{Of(Labels)}\", \"{Of(["", "-"])}\", \"{Of(Labels)}\", \"{Of(Labels)}\")"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"label_replace({Vector(depth - 1)}, \"{Of([.. Labels, "__name__"])}\", \"{Of(Replacements)}\", \"{Of([.. Labels, ""])}\", \"{Of(Patterns)}\")");

    private string Special(int depth) => Any(6) switch
    {
        0 => $"absent({Selector()})",
        1 => $"absent_over_time({Selector()}[5m])",
        2 => $"vector({Any(3)})",
        3 => $"histogram_quantile(0.9, {Vector(depth - 1)})",
        4 => $"vector(scalar({Vector(depth - 1)}))",
        _ => $"{Any(3)} {Of(Arithmetic)} {Operand(depth)}",
    };

    private string Grouping() => $"{Of(["by", "without"])} ({string.Join(',', LabelList())})";

    private string Clause() => Any(3) == 0 ? "" : $"{Of(["on", "ignoring"])} ({string.Join(',', LabelList())})";

    private string[] LabelList() => [.. Labels.Append("__name__").Where(_ => Any(3) == 0)];

    private string[] LabelsExcept(string[] others) => [.. Labels.Where(l => !others.Contains(l) && Any(3) == 0)];

    private T Of<T>(T[] items) => items[Any(items.Length)];

    private int Any(int count) => _random.Next(count);
}
