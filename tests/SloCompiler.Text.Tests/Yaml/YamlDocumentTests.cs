using SloCompiler.Text.Yaml;
using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>One file holds any number of documents, and a broken one does not hide the others.</summary>
public sealed class YamlDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("--- # c\n...\n")]
    public void A_file_without_content_is_one_document_without_a_root(string text)
    {
        var (documents, diagnostics) = Read(text);
        Assert.Empty(diagnostics);
        Assert.Null(Assert.Single(documents).Root);
    }

    [Theory]
    [InlineData("a: 1\n---\nb: 2\n", "a b")]
    [InlineData("---\na: 1\n---\n# nothing\n---\nb: 2\n", "a - b")]
    [InlineData("a: 1\n...\n---\nb: 2\n...\n", "a b")]
    [InlineData("%YAML 1.2\n---\na: 1\n", "a")]
    [InlineData("a: |\n  ---\n  x\n", "a")]
    public void Documents_come_in_file_order(string text, string keys)
    {
        var (documents, diagnostics) = Read(text);
        Assert.Empty(diagnostics);
        Assert.Equal(keys, Keys(documents));
    }

    [Theory]
    [InlineData("a: [1\n---\nb: 2\n", "b")]
    [InlineData("a: 1\n---\nb: @\n---\nc: 3\n", "a c")]
    [InlineData("a: 'x\n---\nb: 2\n", "b")]
    [InlineData("a: 1\n}\n---\nb: 2\n", "b")]
    [InlineData("a: 1\n...\n}\n---\nb: 2\n", "a b")]
    [InlineData("a: *x\n---\nb: 2\n", "b")]
    [InlineData("a: @\n--- # c\nb: @\n---\tx: 1\n---x\n", "")]
    public void A_broken_document_is_left_out_and_the_others_stay(string text, string keys)
    {
        var (documents, diagnostics) = Read(text);
        Assert.NotEmpty(diagnostics);
        Assert.Equal(keys, Keys(documents));
    }

    [Fact]
    public void Each_broken_document_is_reported_at_its_place()
    {
        var (_, diagnostics) = Read("a: @\n---\nb: 1\n---\nc: @\n");
        Assert.Equal([1, 5], diagnostics.Select(d => d.Span.Start.Line));
    }

    private static string Keys(IEnumerable<YamlDocument> documents)
        => string.Join(' ', documents.Select(d => d.Root is YamlMapping mapping ? mapping.Entries[0].Key.Value : "-"));
}
