using SloCompiler.Language.Templates;
using SloCompiler.Testing;

namespace SloCompiler.Language.Tests.Templates;

/// <summary>
/// A line of templates.txt: <c>template => ok</c>, or the first error in Go's words; <c>␤</c> is a line break. A heading
/// begins with <c>##</c>; under one that ends in <c>(newer)</c> promtool 2.42 says something else.
/// </summary>
internal sealed record TemplateCase(string Template, string Expected, bool IsNewer)
{
    private const string Arrow = " => ";

    public static IReadOnlyList<TemplateCase> All { get; } = [.. Read()];

    public static string Describe(GoTemplateResult result) => result.IsValid ? "ok" : result.Errors[0].Message;

    private static IEnumerable<TemplateCase> Read()
    {
        var isNewer = false;
        foreach (var line in File.ReadAllLines(Repository.PathOf("tests/SloCompiler.Language.Tests/Templates/templates.txt")))
        {
            if (line.StartsWith("##", StringComparison.Ordinal))
            {
                isNewer = line.EndsWith("(newer)", StringComparison.Ordinal);
            }
            else if (line.LastIndexOf(Arrow, StringComparison.Ordinal) is var arrow and >= 0)
            {
                yield return new TemplateCase(line[..arrow].Replace('␤', '\n'), line[(arrow + Arrow.Length)..], isNewer);
            }
        }
    }
}
