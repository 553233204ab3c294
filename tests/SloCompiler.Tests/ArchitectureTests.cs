using System.Xml.Linq;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests;

public sealed class ArchitectureTests
{
    private const int MostLines = 400;

    // Declares what its package needs at run time, and calls none of it.
    private const string Package = "SloCompiler.Core";

    private static readonly (string Project, string Allowed)[] Layers =
    [
        ("SloCompiler.Text", ""),
        ("SloCompiler.PromQL", "Text"),
        ("SloCompiler.Language", "PromQL Text"),
        ("SloCompiler.Plan", "PromQL Text"),
        ("SloCompiler.Lowering", "Language Plan"),
        ("SloCompiler.Checks", "Language Plan"),
        ("SloCompiler.BackEnds", "Plan"),
        ("SloCompiler", "BackEnds Checks Language Lowering Plan PromQL Text"),
        ("SloCompiler.Reports", "SloCompiler"),
        ("SloCompiler.Preview", "Reports SloCompiler"),
        ("SloCompiler.Cli", "Reports SloCompiler"),
        ("SloCompiler.Core", "SloCompiler"),
    ];

    public static TheoryData<string, string> References
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (project, allowed) in Layers)
            {
                data.Add(project, allowed);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_project_refers_only_to_what_is_below_it(string project, string allowed)
    {
        var found = Project(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string?)r.Attribute("Include") ?? "").Replace("SloCompiler.", "", StringComparison.Ordinal));
        Assert.Equal(allowed, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("YamlDotNet", "SloCompiler.Text")]
    [InlineData("Sprache", "SloCompiler.Language")]
    [InlineData("Handlebars.Net", "SloCompiler")]
    [InlineData("System.CommandLine", "SloCompiler.Cli")]
    [InlineData("Spectre.Console", "SloCompiler.Cli")]
    public void A_library_has_one_home(string library, string home)
        => Assert.Equal([home], ProjectNames().Where(p => p != Package && Project(p).Descendants("PackageReference").Any(r => (string?)r.Attribute("Include") == library)));

    [Fact]
    public void Every_project_is_in_this_test()
        => Assert.Equal(ProjectNames(), Layers.Select(l => l.Project).Order(StringComparer.Ordinal));

    [Fact]
    public void Files_stay_short()
        => Assert.Empty(Sources().Where(f => File.ReadLines(f).Count() > MostLines).Select(Path.GetFileName));

    [Theory]
    [InlineData("#nullable disable")]
    [InlineData("#pragma warning")]
    [InlineData("SuppressMessage")]
    [InlineData("TODO")]
    public void Sources_do_without(string text)
        => Assert.Empty(Sources().Where(f => File.ReadAllText(f).Contains(text, StringComparison.Ordinal)).Select(Path.GetFileName));

    [Fact]
    public void Nothing_claims_to_be_not_null()
        => Assert.Empty(Sources().Where(f => File.ReadLines(f).Any(ForgivesNull)).Select(Path.GetFileName));

    private static bool ForgivesNull(string line)
        => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            && System.Text.RegularExpressions.Regex.IsMatch(line, @"[\w\])]!([.;,)\[]|$)")
            && !line.Contains('"', StringComparison.Ordinal);

    private static XDocument Project(string name) => XDocument.Load(Repository.PathOf($"src/{name}/{name}.csproj"));

    private static IEnumerable<string> ProjectNames()
        => Directory.GetDirectories(Repository.PathOf("src")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources()
        => Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));
}
