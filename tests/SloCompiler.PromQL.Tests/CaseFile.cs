using SloCompiler.Testing;

namespace SloCompiler.PromQL.Tests;

/// <summary>A line of a case file: what is given and what is expected, with the heading above it.</summary>
internal sealed record Case(string Heading, string Input, string Expected)
{
    public override string ToString() => $"{Input} => {Expected}";
}

/// <summary>
/// Reads the files under Cases: headings begin with <c>##</c>, other comments with <c>//</c>; a case is
/// <c>input => expected</c>, and an expected <c>=</c> means the input itself. <c>␤</c> stands for a line break.
/// </summary>
internal static class CaseFile
{
    private const string Arrow = " => ";

    public static IReadOnlyList<Case> Read(string name)
    {
        var heading = "";
        var cases = new List<Case>();
        foreach (var line in File.ReadAllLines(Repository.PathOf($"tests/SloCompiler.PromQL.Tests/Cases/{name}")))
        {
            if (line.StartsWith("##", StringComparison.Ordinal))
            {
                heading = line[2..].Trim();
            }
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                cases.Add(Parse(heading, line));
            }
        }

        return cases;
    }

    private static Case Parse(string heading, string line)
    {
        var arrow = line.LastIndexOf(Arrow, StringComparison.Ordinal);
        var input = line[..arrow].TrimEnd().Replace('␤', '\n');
        var expected = line[(arrow + Arrow.Length)..].TrimStart();
        return new Case(heading, input, expected == "=" ? input : expected);
    }
}
