using System.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.Text.Tests;

/// <summary>Files that are not UTF-8 text are named as what they are, at the place where it shows.</summary>
public sealed class SourceTextReaderTests
{
    [Fact]
    public void Utf8_is_read()
    {
        var (text, findings) = Decode(Encoding.UTF8.GetBytes("a: é😀\r\n\t# c\n"));
        Assert.Empty(findings);
        Assert.Equal("a: é😀\r\n\t# c\n", text?.Content);
    }

    [Fact]
    public void A_byte_order_mark_is_dropped()
    {
        var (text, findings) = Decode([0xEF, 0xBB, 0xBF, (byte)'a']);
        Assert.Empty(findings);
        Assert.Equal("a", text?.Content);
    }

    [Theory]
    [InlineData("utf-16", true, "UTF-16 (little-endian)")]
    [InlineData("utf-16", false, "UTF-16 (little-endian)")]
    [InlineData("utf-16BE", true, "UTF-16 (big-endian)")]
    [InlineData("utf-16BE", false, "UTF-16 (big-endian)")]
    [InlineData("utf-32", true, "UTF-32 (little-endian)")]
    [InlineData("utf-32", false, "UTF-32 (little-endian)")]
    [InlineData("utf-32BE", true, "UTF-32 (big-endian)")]
    [InlineData("utf-32BE", false, "UTF-32 (big-endian)")]
    public void Other_unicode_encodings_are_named(string encoding, bool hasMark, string name)
    {
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? codec.GetPreamble() : [], .. codec.GetBytes("version: slo/v1\nservice: é\n")];
        var (text, findings) = Decode(bytes);
        Assert.Null(text);
        Assert.Equal([$"1:1 not-utf8 The file is encoded as {name}, not as UTF-8."], findings);
    }

    [Fact]
    public void The_first_invalid_byte_is_shown()
    {
        var (text, findings) = Decode([.. "a: é\nb: caf"u8, 0xE9, .. "\nc: 1\n"u8]);
        Assert.Null(text);
        Assert.Equal(["2:7 not-utf8 The byte 0xE9 is not UTF-8 here."], findings);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0xE2, 0x82 }, "2:1")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "1:1")]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, "1:2")]
    public void Truncated_overlong_and_surrogate_sequences_are_invalid(byte[] bytes, string place)
        => Assert.StartsWith($"{place} not-utf8", Assert.Single(Decode(bytes).Findings), StringComparison.Ordinal);

    [Fact]
    public void An_invalid_byte_far_into_a_file_is_found()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é: 😀\n", 10_000))), 0xFF];
        Assert.StartsWith("10001:1 not-utf8", Assert.Single(Decode(bytes).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_no_text()
    {
        var (text, findings) = Decode([0x7F, (byte)'E', (byte)'L', (byte)'F', 1, 0, 0, 3]);
        Assert.Null(text);
        Assert.Equal(["1:1 binary-file Byte 6 of the file is zero, so this is not a text."], findings);
    }

    [Theory]
    [InlineData("a: 1\nb: x\u0007y\u0008\n", "2:5 control-character U+0007 is a control character. The file has 2 such characters.")]
    [InlineData("a: \u009B\n", "1:4 control-character U+009B is a control character.")]
    [InlineData("a: 1\n\uFEFFb: 2\n", "2:1 control-character U+FEFF is a byte order mark, which may only start a file.")]
    public void Control_characters_are_reported_and_the_text_is_still_read(string content, string finding)
    {
        var (text, findings) = Decode(Encoding.UTF8.GetBytes(content));
        Assert.Equal(content, text?.Content);
        Assert.Equal([finding], findings);
    }

    [Fact]
    public void A_file_above_the_limit_is_not_decoded()
    {
        var (text, findings) = Decode(new byte[100 * 1024 * 1024]);
        Assert.Null(text);
        Assert.Equal(["1:1 file-too-large The file has 100 MiB; at most 16 MiB are read."], findings);
        Assert.NotNull(Decode(Encoding.UTF8.GetBytes(new string('a', YamlLimits.MaxFileSize))).Text);
    }

    [Fact]
    public void An_empty_file_is_an_empty_text()
        => Assert.Equal("", Decode([]).Text?.Content);

    private static (SourceText? Text, string[] Findings) Decode(byte[] bytes)
    {
        var diagnostics = new DiagnosticBag();
        var text = SourceTextReader.Decode("f.yaml", bytes, diagnostics);
        return (text, [.. diagnostics.ToImmutable().Select(Yaml.YamlTesting.Describe)]);
    }
}
