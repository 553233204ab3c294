using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class CommentProperties
{
    private static readonly PromQlParseOptions Options = new() { DurationVariables = ["window"] };

    private static readonly Gen<string> Comments = Gen.Elements(" # c\n", "\n  # own\n", "#x (y{\"'\n", "\n\n# \n", " # a \r\n # b\n");

    private static readonly Arbitrary<string> Commented = (
        from tree in Trees.All.Generator
        from comments in Gen.Choose(1, 6).SelectMany(count => Comments.ListOf(count))
        from seed in Gen.Choose(0, int.MaxValue)
        select Insert(PromQlPrinter.Print(tree), [.. comments], seed)).ToArbitrary();

    [Fact]
    public void Formatting_keeps_the_tree_and_every_comment_in_its_order() => Hold((text, parsed) =>
    {
        var formatted = PromQlPrinter.PrintPrettyWithComments(parsed, text);
        var again = PromQlParser.Parse(formatted, Options);
        return again.IsValid && PromQlComparer.Exact.Equals(again.Expr, parsed.Expr)
            && Texts(formatted, again).SequenceEqual(Texts(text, parsed));
    });

    [Fact]
    public void Formatting_with_comments_twice_is_formatting_once() => Hold((text, parsed) =>
    {
        var formatted = PromQlPrinter.PrintPrettyWithComments(parsed, text);
        return PromQlPrinter.PrintPrettyWithComments(PromQlParser.Parse(formatted, Options), formatted) == formatted;
    });

    private static IEnumerable<string> Texts(string text, PromQlParseResult result)
        => result.Comments.Select(c => text.Substring(c.Start, c.Length).TrimEnd());

    /// <summary>Comments at random places; in a name or a text in quotes they break it, and the expression is passed over.</summary>
    private static string Insert(string text, ImmutableArray<string> comments, int seed)
    {
        var builder = new StringBuilder(text);
        for (var i = 0; i < comments.Length; i++)
        {
            var blanks = Enumerable.Range(0, builder.Length).Where(at => " (){},[]=\n".Contains(builder[at], StringComparison.Ordinal)).Append(0);
            var places = blanks.ToList();
            builder.Insert(places[(int)(((long)seed + (i * 7919L)) % places.Count)], comments[i]);
        }

        return builder.ToString();
    }

    private static void Hold(Func<string, PromQlParseResult, bool> law) => Laws.Hold(
        Prop.ForAll(Commented, text => PromQlParser.Parse(text, Options) is var result && (!result.IsValid || law(text, result))),
        1000);
}
