using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class SpanTests
{
    private static readonly PromQlParseOptions Options = new() { DurationVariables = ["window"] };

    [Theory]
    [InlineData("printed.txt")]
    [InlineData("printed-newer.txt")]
    public void The_text_of_every_node_parses_to_an_equal_node(string file)
        => Assert.All(CaseFile.Read(file), c => Check(c.Input));

    [Fact]
    public void The_text_of_every_node_of_any_tree_parses_to_an_equal_node() => TreeProperties.Hold(tree =>
    {
        Check(PromQlPrinter.Print(tree));
        return true;
    });

    [Fact]
    public void Parts_know_their_places()
    {
        const string Text = "a{b=\"c\", \"d\"!~'e'} </ on (f, \"g\") group_left (h,) b[5m + step() * 2]";
        var tree = Assert.IsType<BinaryExpr>(PromQlParser.Parse(Text).Expr);
        var matchers = Assert.IsType<VectorSelector>(tree.Left).Matchers;
        var range = Assert.IsType<MatrixSelector>(tree.Right).Range;
        Assert.Equal("</", Slice(Text, tree.OperatorSpan));
        Assert.Equal(["b", "\"d\""], matchers.Select(m => Slice(Text, m.NameSpan)));
        Assert.Equal(["\"c\"", "'e'"], matchers.Select(m => Slice(Text, m.ValueSpan)));
        Assert.Equal(["f", "\"g\""], tree.Matching?.LabelSpans.Select(s => Slice(Text, s)) ?? []);
        Assert.Equal(["h"], tree.Matching?.IncludeSpans.Select(s => Slice(Text, s)) ?? []);
        Assert.Equal(
            ["5m + step() * 2", "5m", "step() * 2", "step()", "2"],
            PromQlWalker.PartsAndSelf(range).Select(d => Slice(Text, d.Span)));
    }

    [Fact]
    public void Comments_have_places()
    {
        const string Text = "a # one\n+ {b=\"#\", # two\r\n} # three";
        Assert.Equal(["# one", "# two", "# three"], PromQlParser.Parse(Text).Comments.Select(s => Slice(Text, s)));
    }

    private static void Check(string text)
    {
        var tree = Parsed.Valid(text, Options);
        foreach (var node in PromQlWalker.DescendantsAndSelf(tree))
        {
            // A blank behind 0x1e makes it a number.
            var part = PromQlParser.Parse(Slice(text, node.Span) + " ", Options).Expr;

            // Modifiers of a range selector stand on the selector in it, but behind the brackets in the text.
            var isBare = node is VectorSelector selector && IsUnderRange(tree, selector);
            var (expected, actual) = isBare ? (Bare(node), Bare(part)) : (node, part);
            Assert.True(PromQlComparer.Exact.Equals(expected, actual), $"{text}: {Slice(text, node.Span)}");
        }

        Assert.All(PromQlWalker.Durations(tree), length => CheckLength(text, length));
    }

    private static void CheckLength(string text, PromQlDuration length)
    {
        var part = Slice(text, length.Span);
        var parsed = PromQlWalker.Durations(Parsed.Valid($"x offset ({part})", Options)).Single();
        var inner = Assert.IsType<DurationParen>(parsed).Inner;
        Assert.Equal(PromQlWalker.PartsAndSelf(length).Select(Head), PromQlWalker.PartsAndSelf(inner).Select(Head));
    }

    private static string Head(PromQlDuration part) => part switch
    {
        DurationLiteral literal => $"{literal.Value.Milliseconds}",
        DurationVariable variable => variable.Name,
        DurationBinary binary => PromQlPrinter.TextOf(binary.Operator),
        DurationCall call => call.Name,
        _ => part.GetType().Name,
    };

    private static PromQlExpr? Bare(PromQlExpr? expr)
        => expr is VectorSelector selector ? selector with { Modifiers = SelectorModifiers.None } : expr;

    private static bool IsUnderRange(PromQlExpr tree, VectorSelector selector)
        => PromQlWalker.DescendantsAndSelf(tree).OfType<MatrixSelector>().Any(m => ReferenceEquals(m.Selector, selector));

    private static string Slice(string text, TextSpan span) => text[span.Start..span.End];
}
