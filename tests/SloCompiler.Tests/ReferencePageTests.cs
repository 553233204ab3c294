using SloCompiler.Checks.Settings;
using SloCompiler.Diagnostics;
using SloCompiler.Language.Schema;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests;

public sealed class ReferencePageTests
{
    public static TheoryData<string> Pages => [.. SchemaCatalog.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_reference_page_says_what_the_reader_does(string name)
        => Golden.MatchesFile($"docs/reference/{name}.md", new LintSettingsReader(DiagnosticCatalog.All).WriteReference(name) ?? "", "tests/SloCompiler.Tests");
}
