using System.Collections.Immutable;
using SloCompiler.Testing;

namespace SloCompiler.Fuzzing;

/// <summary>The texts that inputs are made from: the corpora and the case files of the tests.</summary>
internal static class FuzzSeeds
{
    private const string Own = "tests/SloCompiler.Fuzzing/Corpus";

    /// <summary>Expressions, right and wrong ones.</summary>
    public static ImmutableArray<string> Expressions { get; } =
    [
        .. Lines("tests/SloCompiler.PromQL.Tests/Corpus/expressions.txt"),
        .. Inputs("tests/SloCompiler.PromQL.Tests/Cases/printed.txt"),
        .. Inputs("tests/SloCompiler.PromQL.Tests/Cases/printed-newer.txt"),
        .. Inputs("tests/SloCompiler.PromQL.Tests/Cases/errors.txt"),
        .. Lines($"{Own}/expressions.txt"),
        .. Lines("tests/SloCompiler.PromQL.Tests/Corpus/patterns.txt").Select(Matcher),
    ];

    /// <summary>Templates of labels and annotations.</summary>
    public static ImmutableArray<string> Templates { get; } =
        [.. Inputs("tests/SloCompiler.Language.Tests/Templates/templates.txt"), .. Lines($"{Own}/templates.txt")];

    /// <summary>Series of unit tests.</summary>
    public static ImmutableArray<string> Series { get; } = [.. Lines($"{Own}/series.txt")];

    /// <summary>Rule files.</summary>
    public static ImmutableArray<string> RuleFiles { get; } = Files($"{Own}/rules");

    /// <summary>Files to format: rules, specs and whatever YAML allows.</summary>
    public static ImmutableArray<string> Yaml { get; } = [.. Files($"{Own}/yaml"), .. RuleFiles, .. RuleFiles.Select(f => f.ReplaceLineEndings("\r\n"))];

    // ␤ stands for a line break; other comments than // would be expressions.
    private static IEnumerable<string> Lines(string path) => File.ReadLines(Repository.PathOf(path))
        .Where(line => line.Length > 0 && !line.StartsWith("// ", StringComparison.Ordinal))
        .Select(line => line.Replace('␤', '\n'));

    private static IEnumerable<string> Inputs(string path) => Lines(path)
        .Where(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Select(line => line.LastIndexOf(" => ", StringComparison.Ordinal) is > 0 and var arrow ? line[..arrow] : line);

    private static ImmutableArray<string> Files(string folder) =>
        [.. Directory.GetFiles(Repository.PathOf(folder)).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static string Matcher(string pattern)
        => $"x{{a=~\"{pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}";
}
