using SloCompiler.Text.Paths;
using Xunit;

namespace SloCompiler.Tests;

public sealed class PathTests
{
    [Theory]
    [InlineData("slo-specs/**/*.slo.yaml", "slo-specs/edge.slo.yaml", true)]
    [InlineData("slo-specs/**/*.slo.yaml", "slo-specs/a/b/edge.slo.yaml", true)]
    [InlineData("slo-specs/**/*.slo.yaml", "specs/edge.slo.yaml", false)]
    [InlineData("slo-specs/**/*.slo.yaml", "slo-specs/edge.metrics.yaml", false)]
    [InlineData("*.yaml", "a/b.yaml", false)]
    [InlineData("a?c.yaml", "abc.yaml", true)]
    [InlineData("a?c.yaml", "ac.yaml", false)]
    [InlineData("./a/*.yaml", "a/x.yaml", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("*a*b", "xaxaxb", true)]
    [InlineData("A.yaml", "a.yaml", false)]
    public void A_pattern_matches_whole_paths(string pattern, string path, bool matches)
        => Assert.Equal(matches, new GlobPattern(pattern).IsMatch(path));

    [Theory]
    [InlineData("a/./b//c/../d", "a/b/d")]
    [InlineData("../a", "../a")]
    [InlineData("a/..", ".")]
    [InlineData("/a/../../b", "/b")]
    public void A_normal_path_has_no_redundant_parts(string path, string normal) => Assert.Equal(normal, PathText.Normalize(path));

    [Theory]
    [InlineData("/p", "/p/a/b", "a/b")]
    [InlineData("/p/x", "/p/a", "../a")]
    [InlineData("/p", "/p", ".")]
    public void A_path_is_named_from_a_folder(string folder, string path, string relative)
        => Assert.Equal(relative, PathText.Relative(folder, path));

    [Theory]
    [InlineData("../x", true)]
    [InlineData("a/../../x", true)]
    [InlineData("/x", true)]
    [InlineData("a/../x", false)]
    [InlineData("..\\x", true)]
    [InlineData("a\\..\\..\\x", true)]
    [InlineData("\\\\server\\x", true)]
    [InlineData("C:\\x", true)]
    [InlineData("C:", true)]
    [InlineData("a:b.yaml", false)]
    [InlineData("ab:c", false)]
    public void Paths_that_leave_the_project_are_known(string path, bool leadsOut) => Assert.Equal(leadsOut, PathText.LeadsOut(path));
}
