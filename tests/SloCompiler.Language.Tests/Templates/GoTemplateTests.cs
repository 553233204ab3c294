using SloCompiler.Language.Templates;

namespace SloCompiler.Language.Tests.Templates;

public sealed class GoTemplateTests
{
    [Fact]
    public void Templates_are_accepted_and_refused_as_Go_does()
        => Assert.Equal(
            TemplateCase.All.Select(c => $"{c.Template} => {c.Expected}"),
            TemplateCase.All.Select(c => $"{c.Template} => {TemplateCase.Describe(GoTemplate.Parse(c.Template))}"));
}
