using SloCompiler.Text.Yaml;
using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>A finding inside an expression is underlined at the characters that were typed, however the expression was quoted.</summary>
public sealed class YamlOffsetTests
{
    private const int CasesPerStyle = 3000;

    private static readonly string[] Contexts =
    [
        "", "k: ", "- ", "- - ", "a:\n  b: ", "a:\n  - ", "--- ", "k: !!str ", "k: &x ", "k: !t &x ", "# c\nk:   ", "? ", "[", "{a: ", "k:\n  ",
    ];

    private static readonly string[] Texts =
    [
        "a", "b c", "x", "é", "😀", " ", "  ", "\t", "\n", "\n ", "\n  ", "\n   ", "\n    ", "\r\n  ", "\r   ", "\n\n  ", "\n  \n  ", ":", "#", " #", "-", "'", "{", "]",
        "\u0085  ", "\u2028  ",
    ];

    private static readonly string[] Escapes =
    [
        "\\n", "\\t", "\\\"", "\\\\", "\\/", "\\x41", "\\u00e9", "\\U0001F600", "\\uD83D\\uDE00", "\\0", "\\e", "\\ ", "\\_", "\\N", "\\L", "\\P",
        "\\\n  ", "\\\r\n   ", " \\\n  \\ ", "\\\n\n  ",
    ];

    private static readonly string[] Headers = ["", "-", "+", "2", "1", "3-", "+2", "-4", " # c", "- # c"];

    [Fact]
    public void Escapes_map_to_the_whole_sequence()
    {
        var scalar = Scalar(Root("""k: "a\n\u00e9\U0001F600b" """), "k");
        Assert.Equal("a\né😀b", scalar.Value);
        Assert.Equal("\\n", Written(scalar, "\n"));
        Assert.Equal("\\u00e9", Written(scalar, "é"));
        Assert.Equal("\\U0001F600", Written(scalar, "😀"));
        Assert.Equal("b", Written(scalar, "b"));
        Assert.Equal("a\\n\\u00e9\\U0001F600b", Written(scalar, scalar.Value));
    }

    [Fact]
    public void Doubled_quotes_map_to_both_of_them()
    {
        var scalar = Scalar(Root("k: 'it''s late'"), "k");
        Assert.Equal("''", Written(scalar, "'"));
        Assert.Equal("late", Written(scalar, "late"));
    }

    [Fact]
    public void An_expression_in_a_literal_block_maps_to_its_lines()
    {
        var scalar = Scalar(Root("expr: |\n    sum(\n      rate(x[5m])\n    )\n"), "expr");
        Assert.Equal("sum(\n  rate(x[5m])\n)\n", scalar.Value);
        Assert.Equal(new LinePosition(3, 12), scalar.Map(new TextSpan(scalar.Value.IndexOf("x[", StringComparison.Ordinal), 1)).Start);
        Assert.Equal("x[5m]", Written(scalar, "x[5m]"));
    }

    [Fact]
    public void An_expression_in_a_folded_block_maps_to_its_lines()
    {
        var scalar = Scalar(Root("expr: >-\n  a\n  /\n  b > 0.5\n\n  or c\n"), "expr");
        Assert.Equal("a / b > 0.5\nor c", scalar.Value);
        Assert.Equal("b > 0.5", Written(scalar, "b > 0.5"));
        Assert.Equal(new LinePosition(6, 6), scalar.Map(new TextSpan(scalar.Value.Length - 1, 1)).Start);
    }

    [Fact]
    public void A_plain_scalar_over_several_lines_maps_to_its_lines()
    {
        var scalar = Scalar(Root("expr: sum(a)\n  / sum(b)\n\n  > 1\nnext: x"), "expr");
        Assert.Equal("sum(a) / sum(b)\n> 1", scalar.Value);
        Assert.Equal("sum(b)", Written(scalar, "sum(b)"));
        Assert.Equal("> 1", Written(scalar, "> 1"));
    }

    [Theory]
    [InlineData("k: ''", 4)]
    [InlineData("k: \"\"", 4)]
    [InlineData("k:", 2)]
    [InlineData("k: !!str", 8)]
    [InlineData("k: |\nl: x", 5)]
    public void Nothing_maps_to_where_it_would_stand(string text, int offset)
        => Assert.Equal(new TextSpan(offset, 0), Scalar(Root(text), "k").Map(new TextSpan(0, 0)).Range);

    [Theory]
    [InlineData(YamlScalarStyle.Plain)]
    [InlineData(YamlScalarStyle.SingleQuoted)]
    [InlineData(YamlScalarStyle.DoubleQuoted)]
    [InlineData(YamlScalarStyle.Literal)]
    [InlineData(YamlScalarStyle.Folded)]
    public void Every_unit_of_every_value_maps_to_where_it_was_written(YamlScalarStyle style)
    {
        var random = new Random(20_260_101 + (int)style);
        var checkedScalars = 0;
        for (var i = 0; i < CasesPerStyle; i++)
        {
            var text = Generate(random, style);
            foreach (var scalar in Read(text).Documents.SelectMany(document => Scalars(document.Root)))
            {
                AssertMapsExactly(scalar);
                checkedScalars += scalar.Style == style && scalar.Value.Length > 0 ? 1 : 0;
            }
        }

        Assert.True(checkedScalars > CasesPerStyle / 10, $"Only {checkedScalars} generated scalars were valid.");
    }

    private static string Generate(Random random, YamlScalarStyle style)
    {
        var context = Pick(random, Contexts);
        var closing = context switch { "[" => "]", "{a: " => "}", _ => Pick(random, ["", "\n", "\nz: 1\n", "\n# end\n", "\n\n\n"]) };
        var body = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Piece(random, style)));
        return context + Wrap(random, style, body) + closing;
    }

    private static string Piece(Random random, YamlScalarStyle style) => style switch
    {
        YamlScalarStyle.DoubleQuoted when random.Next(3) == 0 => Pick(random, Escapes),
        YamlScalarStyle.SingleQuoted => Pick(random, Texts).Replace("'", "''", StringComparison.Ordinal),
        _ => Pick(random, Texts),
    };

    private static string Wrap(Random random, YamlScalarStyle style, string body) => style switch
    {
        YamlScalarStyle.SingleQuoted => $"'{body}'",
        YamlScalarStyle.DoubleQuoted => $"\"{body}\"",
        YamlScalarStyle.Literal => $"|{Pick(random, Headers)}\n   {body}",
        YamlScalarStyle.Folded => $">{Pick(random, Headers)}\n   {body}",
        _ => "p" + body,
    };

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
