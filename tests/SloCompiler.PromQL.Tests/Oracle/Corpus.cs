using SloCompiler.Testing;

namespace SloCompiler.PromQL.Tests.Oracle;

/// <summary>The expressions and patterns under Corpus, one a line, and the inputs of the case files.</summary>
internal static class Corpus
{
    private static readonly string[] CaseFiles = ["printed.txt", "printed-newer.txt", "errors.txt"];

    /// <summary>All expressions.</summary>
    public static IReadOnlyList<string> Expressions { get; } =
        [.. Lines("expressions.txt").Concat(CaseFiles.SelectMany(CaseFile.Read).Select(c => c.Input)).Distinct(StringComparer.Ordinal)];

    /// <summary>All regular expressions.</summary>
    public static IReadOnlyList<string> Patterns { get; } = [.. Lines("patterns.txt")];

    /// <summary>Patterns on both sides of the limits on height and size.</summary>
    public static IEnumerable<string> Limits { get; } =
    [
        .. from depth in Enumerable.Range(495, 8).Concat(Enumerable.Range(994, 10))
           from form in new[] { ("(", "a", ")"), ("(?:", "a", ")"), ("(", "a", "b.)"), ("(?:", "a", "b.)"), ("(?:", "ab", "|cd)"), ("(?:.|", "ab", "c.)"), ("(?:", "a", ")*"), ("(", "a", "|bb)+") }
           select Repeat(form.Item1, depth) + form.Item2 + Repeat(form.Item3, depth),
        .. from length in Enumerable.Range(3355, 2) select $"(?:{Repeat("a", length)}){{1000}}",
        .. from length in Enumerable.Range(1678, 1) select $"(?:{Repeat("a", length)}){{0,1000}}|(?:{Repeat("b", length)}){{1000}}",
    ];

    /// <summary>A selector with a pattern.</summary>
    public static string Matcher(string pattern)
        => $"x{{a=~\"{pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    // ␤ stands for a line break; other comments than // would be expressions.
    private static IEnumerable<string> Lines(string name) => File.ReadLines(Repository.PathOf($"tests/SloCompiler.PromQL.Tests/Corpus/{name}"))
        .Where(line => line.Length > 0 && !line.StartsWith("// ", StringComparison.Ordinal))
        .Select(line => line.Replace('␤', '\n'));
}
