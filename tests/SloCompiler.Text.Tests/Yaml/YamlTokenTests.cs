using SloCompiler.Text.Yaml.Tokens;
using Xunit;

namespace SloCompiler.Text.Tests.Yaml;

public sealed class YamlTokenTests
{
    [Fact]
    public void Tokens_of_a_broken_text_come_to_an_end()
        => Assert.Null(YamlTokenReader.Read(new SourceText("a.yml", "# a\n\ufeff...\nb: c\n")));

    [Fact]
    public void A_byte_order_mark_is_counted()
        => Assert.Equal(new TextSpan(1, 1), YamlTokenReader.Read(new SourceText("a.yml", "\ufeffb: c\n"))?.First(t => t.Kind == YamlTokenKind.Plain).Range);
}
